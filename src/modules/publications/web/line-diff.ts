export type Line = { text: string; change: 'same' | 'added' | 'removed' }

/** What was taken out of a text and what was put in, line by line; what both have in the same order stays. */
export function lineDiff(before: string, after: string): Line[] {
  const [old, next] = [before.split('\n'), after.split('\n')]
  // Length of the longest common rest from each pair of places on.
  const rest = old.map(() => new Array<number>(next.length + 1).fill(0))
  rest.push(new Array<number>(next.length + 1).fill(0))
  const at = (i: number, j: number): number => rest[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--)
      (rest[i] ?? [])[j] = old[i] === next[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < next.length) {
    const [gone, come] = [old[i], next[j]]
    if (gone !== undefined && gone === come) {
      lines.push({ text: gone, change: 'same' })
      i++
      j++
    } else if (gone !== undefined && (come === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ text: gone, change: 'removed' })
      i++
    } else {
      lines.push({ text: come ?? '', change: 'added' })
      j++
    }
  }
  return lines
}
