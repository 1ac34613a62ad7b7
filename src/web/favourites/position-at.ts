/** A number between the neighbours that something gets when it goes from one place of a list to another. */
export function positionAt(positions: readonly number[], from: number, to: number): number {
  const others = positions.toSpliced(from, 1)
  const [before, after] = [others[to - 1], others[to]]
  if (before === undefined) return (after ?? 0) - 1
  return after === undefined ? before + 1 : (before + after) / 2
}
