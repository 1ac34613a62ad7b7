/** Places of rows in their list; `to` is the first that is not among them. */
export type RowWindow = { from: number; to: number }

/** With fewer drawn rows than these beyond what is in sight, the next are drawn: many at once, as each time has its price however many they are. */
const least = 8
const ahead = 24
const behind = 12

export const noRows: RowWindow = { from: 0, to: 0 }

/** The rows to be drawn when these are in sight: the same as before as long as they reach. */
export function windowAround({ from, to }: RowWindow, was: RowWindow): RowWindow {
  const isShortAbove = was.from > Math.max(0, from - least)
  const isShortBelow = was.to < to + least
  if (!isShortAbove && !isShortBelow) return was
  // Who comes to a place from elsewhere, or stands at the head of the list, has not gone anywhere yet.
  if (was.to <= from || was.from >= to) return { from: Math.max(0, from - behind), to: to + behind }
  return isShortBelow
    ? { from: Math.max(0, from - behind), to: to + ahead }
    : { from: Math.max(0, from - ahead), to: to + behind }
}

/** As many rows as are drawn at most while so many are in sight. */
export function mostDrawn(inSight: number): number {
  return inSight + ahead + behind
}
