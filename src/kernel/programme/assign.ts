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

/** Moves what makes the difference between two people smaller, as long as there is such. */
function even(chosen: (Worker | null)[], able: readonly (readonly Worker[])[]): void {
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const [at, from] of chosen.entries()) {
      const to = able[at]?.find((worker) => from && from.load - worker.load > 1)
      if (!from || !to) continue
      from.load--
      to.load++
      chosen[at] = to
      isMoving = true
    }
  }
}
