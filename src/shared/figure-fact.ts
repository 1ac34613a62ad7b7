import type { Filter } from './filter.ts'

/** Records that make up a share: each says something of a person, and nothing that this one has said counts. */
export type FigureFact = {
  object: string
  /** The field that names the person. */
  person: string
  /** When it happened, or was to happen. */
  at: string
  /** People in these fields are others, each of them. */
  apart?: readonly string[]
  where?: Filter
  good?: Filter
  /** Good only where the named field was last changed by then, such as a state that says it is done. */
  inTime?: string
  /** Numbers of the record that count in place of one. */
  sums?: { of: string; good: string }
}

/** The records of a fact for one person in a span, as lists filter; a task is counted once its time has come. */
export function rowsOfFact(
  { person, at, apart = [], where = {}, inTime }: FigureFact,
  { id, from, until, runs }: { id: string; from: string; until: string; runs: boolean },
): Filter {
  const others = Object.fromEntries(apart.map((field) => [field, { notIn: [id] }]))
  const states = Object.fromEntries(Object.entries(where).map(([field, value]) => [field, { in: [value] }]))
  return { [person]: { in: [id] }, ...states, ...others, [at]: { gte: from, lt: runs && inTime ? 'now' : until } }
}
