import type { Agreement, ParseEnv } from '../object/kind.ts'
import { keyedSources, type Line } from './evidence.ts'

/** What a record has to say on each line: the values of its fields, in the order of the lines. */
export type Facts = readonly (readonly unknown[])[]

export type Verdict = 'same' | 'perhaps'

/** The field that speaks for it, and how far its values agree. */
export type Reason = { field: string; agreement: 'same' | 'alike' }

export type Judgement = { verdict: Verdict; points: number; reasons: readonly Reason[] }

const pointsFor = { same: 8, perhaps: 5 } as const

/** One line that says so much is worth a look while somebody is typing. */
const pointsForHint = 2

/**
 * Whether two records are one, and why; null = nothing says so, or something says that they are two. `typing`: one of them is not yet
 * whole, so that one thing in common is enough to be shown.
 */
export function judge(
  lines: readonly Line[],
  [one, other]: readonly [Facts, Facts],
  { typing = false, ...env }: Pick<ParseEnv, 'regions'> & { typing?: boolean },
): Judgement | null {
  let points = 0
  const reasons: Reason[] = []
  let best = 0
  for (const [index, line] of lines.entries()) {
    const agreement = nearest(line, [one[index] ?? [], other[index] ?? []], env)
    if (agreement === 'apart') return null
    if (!agreement) continue
    const worth = line[agreement] ?? 0
    points += worth
    best = Math.max(best, worth)
    const [source] = line.sources
    if (source && worth > 0 && agreement !== 'different') reasons.push({ field: source.path, agreement })
  }
  if (points < pointsFor.perhaps && !(typing && best >= pointsForHint)) return null
  return { verdict: points >= pointsFor.same ? 'same' : 'perhaps', points, reasons }
}

/** Two records by their facts on open lines alone, and the names under which what they have in common is hashed. */
type Glimpse = { facts: readonly [Facts, Facts]; shared: readonly string[] }

/**
 * Tells whether `judge` might call two records one. What is the same has its key in common: of a line whose fields all have keys, and none
 * is shared, the most is that it is alike.
 */
export function screen(
  lines: readonly Line[],
  open: readonly Line[],
  env: Pick<ParseEnv, 'regions'>,
): (glimpse: Glimpse) => boolean {
  const sealed = lines
    .filter((line) => !open.includes(line))
    .map((line) => {
      const keys = keyedSources([line]).map(({ hashedAs }) => hashedAs)
      const alike = Math.max(0, line.alike ?? 0)
      return { keys: keys.length === line.sources.length ? keys : null, alike, same: Math.max(alike, line.same ?? 0) }
    })
  return ({ facts: [one, other], shared }) => {
    let points = 0
    for (const { keys, alike, same } of sealed)
      points += !keys || keys.some((key) => shared.includes(key)) ? same : alike
    for (const [index, line] of open.entries()) {
      const agreement = nearest(line, [one[index] ?? [], other[index] ?? []], env)
      if (agreement === 'apart') return false
      points += (agreement && line[agreement]) ?? 0
    }
    return points >= pointsFor.perhaps
  }
}

const order = ['same', 'alike', 'different', 'apart'] as const

/** Of several numbers one in common is enough; undefined = one of the two has nothing to say. */
function nearest(
  { sources: [source] }: Line,
  [ones, others]: readonly [readonly unknown[], readonly unknown[]],
  env: Pick<ParseEnv, 'regions'>,
): Agreement | undefined {
  const likeness = source?.bound.kind.likeness
  if (!likeness) return undefined
  const found = ones.flatMap((one) => others.map((other) => likeness.compare(one, other, env)))
  return order.find((agreement) => found.includes(agreement))
}
