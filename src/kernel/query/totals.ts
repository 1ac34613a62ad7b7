type Total = { total: number; totalExact: boolean }

/** Counts that lists asked for a moment ago: pages of one list ask for the same again and again. */
export type Totals = {
  of(key: string, count: () => Promise<Total>): Promise<Total>
  /** Something was written: exact counts no longer stand. */
  changed(): void
}

type Kept = { total: Total; until: number; generation: number }

const exactMs = 2_000
const estimatedMs = 30_000
const mostKept = 1_000

export function openTotals(): Totals {
  const kept = new Map<string, Kept>()
  let generation = 0
  return {
    changed: () => {
      generation++
    },
    of: async (key, count) => {
      const known = kept.get(key)
      if (known && known.until > Date.now() && (!known.total.totalExact || known.generation === generation))
        return known.total
      const counted = generation
      const total = await count()
      if (kept.size >= mostKept) kept.clear()
      const until = Date.now() + (total.totalExact ? exactMs : estimatedMs)
      kept.set(key, { total, until, generation: counted })
      return total
    },
  }
}
