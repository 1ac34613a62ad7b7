/** Whether one character more, less or another makes one text the other. */
export function withinOneEdit(one: string, other: string): boolean {
  if (one.length > other.length) return withinOneEdit(other, one)
  if (other.length - one.length > 1) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const rest = one.length === other.length ? at + 1 : at
  return one.slice(rest) === other.slice(at + 1)
}
