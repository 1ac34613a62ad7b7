/** Rows under the heading of their class, or all of them under none. */
export type SheetPart = { heading?: string; rows: readonly (readonly string[])[] }

type Classed = {
  /** That of each row, empty for none; absent: a plain list. */
  classes?: readonly string[]
  /** Classes in the order in which they are declared; others stand behind them as they come. */
  words: readonly string[]
  /** The heading of what has no class, which comes last. */
  none: string
}

/** The rows of a sheet, class by class; each heading tells how many are below it. */
export function inClasses(rows: readonly (readonly string[])[], { classes, words, none }: Classed): SheetPart[] {
  if (!classes) return [{ rows }]
  const parts = new Map<string, (readonly string[])[]>()
  for (const [at, row] of rows.entries()) {
    const name = classes[at] ?? ''
    parts.set(name, [...(parts.get(name) ?? []), row])
  }
  const place = (name: string): number => {
    const at = words.indexOf(name)
    return name === '' ? Number.MAX_SAFE_INTEGER : at < 0 ? words.length : at
  }
  return [...parts]
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([name, own]) => ({ heading: `${name || none} · ${own.length}`, rows: own }))
}
