import type { Subject } from './define-programme.ts'

/** Somebody who may be given items: how far cleared, the one task for all of them, and how many there are by now. */
export type Worker = { id: string; clearance: number; task: string; load: number }

/**
 * Gives each subject to whoever has least and may have it, in turn where several have; null: nobody may. What few may have is given out
 * first, so that the rest evens it out. Counts what it gives.
 */
export function assign(subjects: readonly Subject[], workers: readonly Worker[]): (Worker | null)[] {
  const chosen: (Worker | null)[] = subjects.map(() => null)
  const able = subjects.map(({ apart, level }) =>
    workers.filter(({ id, clearance }) => !apart.includes(id) && clearance >= level),
  )
  const order = able.map((_, at) => at).sort((one, other) => (able[one]?.length ?? 0) - (able[other]?.length ?? 0))
  for (const at of order) {
    const [first, ...others] = able[at] ?? []
    if (!first) continue
    const least = others.reduce((best, worker) => (worker.load < best.load ? worker : best), first)
    least.load++
    chosen[at] = least
  }
  even(chosen, able)
  return chosen
}

type Move = { at: number; to: Worker }

/** Moves what makes the difference between two people smaller, by way of others if need be, as long as there is such. */
function even(chosen: (Worker | null)[], able: readonly (readonly Worker[])[]): void {
  for (;;) {
    const holders = new Set(chosen.filter((worker) => worker !== null))
    const moves = [...holders].map((from) => wayDown(from, chosen, able)).find((way) => way !== undefined)
    if (!moves) return
    for (const { at, to } of moves) {
      const from = chosen[at]
      if (from) from.load--
      to.load++
      chosen[at] = to
    }
  }
}

/** What has to move, from one to the next, so that somebody who has too much has less and somebody who has less has more. */
function wayDown(
  from: Worker,
  chosen: readonly (Worker | null)[],
  able: readonly (readonly Worker[])[],
): readonly Move[] | undefined {
  const met = new Set([from])
  const ways: { end: Worker; moves: readonly Move[] }[] = [{ end: from, moves: [] }]
  for (const { end, moves } of ways) {
    if (from.load - end.load > 1) return moves
    for (const [at, holder] of chosen.entries()) {
      if (holder !== end) continue
      for (const to of able[at] ?? []) {
        if (met.has(to)) continue
        met.add(to)
        ways.push({ end: to, moves: [...moves, { at, to }] })
      }
    }
  }
  return undefined
}
