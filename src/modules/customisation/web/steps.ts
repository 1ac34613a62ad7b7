import type { Filter } from '#shared/filter'

/** One of the further steps of a rule, as it is kept. */
export type Step = {
  all?: boolean
  superior?: boolean
  roles?: readonly string[]
  people?: readonly string[]
  when?: Filter | null
}

/** The server keeps nothing else there. */
export function stepsIn(value: unknown): readonly Step[] {
  return Array.isArray(value) ? (value as readonly Step[]) : []
}
