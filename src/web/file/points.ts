import type { HistoryItem } from '../api/records.ts'

/** A state of a record: as it was once the changes of a version had been made. The earliest one has no moment of its own. */
export type Point = { version: number; at?: string; by: string | null }

/** Every state that the known history leads through, newest first; the one before all changes where it is known to the end. */
export function pointsOf(items: readonly HistoryItem[], isWhole: boolean): readonly Point[] {
  const points = items
    .filter(({ version }, index) => items.findIndex((one) => one.version === version) === index)
    .map(({ version, at, by }) => ({ version, at, by }))
  const oldest = points.at(-1)
  return isWhole && oldest ? [...points, { version: oldest.version - 1, by: null }] : points
}

/** A field that is different at two points. `undo`: the change that puts the older value back when it is taken back. */
export type Difference = { field: string; before: unknown; after: unknown; undo: string }

/** What became of each field from one version to a later one. `isVeiled`: of two values that look alike it cannot be said that they are. */
export function differences(
  items: readonly HistoryItem[],
  { from, to }: { from: number; to: number },
  isVeiled: (field: string) => boolean,
): readonly Difference[] {
  const found = new Map<string, Difference>()
  // Newest first: the last word on the value before is that of the oldest change.
  for (const { id, field, before, after, version } of items) {
    if (version <= from || version > to) continue
    const newer = found.get(field)
    found.set(field, { field, before, after: newer ? newer.after : after, undo: id })
  }
  return [...found.values()].filter(
    ({ field, before, after }) => isVeiled(field) || JSON.stringify(before) !== JSON.stringify(after),
  )
}
