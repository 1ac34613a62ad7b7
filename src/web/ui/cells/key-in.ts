/** What a value of several is known by while its cell is drawn anew; the only one keeps its element whatever it is, as rows of a list take each other's place. */
export function keyIn(values: readonly unknown[], value: unknown): string {
  return values.length === 1 ? 'only' : String(value)
}
