/** A place that a column can go to, with all the names it is known by. */
export type ColumnTarget = { path: string; labels: readonly string[] }

type Candidate = { heading: number; target: number; rank: number }

/** For each heading the path of its target, or null. A target is given once, to the heading that names it best. */
export function matchColumns(headings: readonly string[], targets: readonly ColumnTarget[]): (string | null)[] {
  const indexes = forms.map((form) => indexOf(targets, form))
  const candidates = headings.flatMap((text, heading) =>
    indexes.flatMap((index, rank) =>
      targetsOf(text, rank, index).map((target): Candidate => ({ heading, target, rank })),
    ),
  )
  candidates.sort((a, b) => a.rank - b.rank || a.heading - b.heading || a.target - b.target)
  const result: (string | null)[] = headings.map(() => null)
  const taken = new Set<number>()
  for (const { heading, target } of candidates) {
    if (result[heading] !== null || taken.has(target)) continue
    result[heading] = targets[target]?.path ?? null
    taken.add(target)
  }
  return result
}

/** Ever looser ways to read a name; the first is exact. */
const forms = [
  (name: string): string => name.trim(),
  (name: string): string => bare(name),
  (name: string): string => bare(withoutBrackets(name)),
  (name: string): string => bare(withoutBrackets(name)),
]
const BY_PARTS = forms.length - 1
/** No column bears such a name: what is longer is met as it is or not at all, since looser reading takes ever longer. */
const LONGEST_NAME = 300

function indexOf(targets: readonly ColumnTarget[], form: (name: string) => string): ReadonlyMap<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [target, { path, labels }] of targets.entries()) {
    for (const name of new Set([path, ...labels].map(form))) {
      if (name) index.set(name, [...(index.get(name) ?? []), target])
    }
  }
  return index
}

function targetsOf(text: string, rank: number, index: ReadonlyMap<string, number[]>): number[] {
  if (rank > 0 && text.length > LONGEST_NAME) return []
  const named = (name: string): number[] => index.get(forms[rank]?.(name) ?? '') ?? []
  if (rank < BY_PARTS) return named(text)
  // `客户名称 / Account Name`: a heading in two languages, if every part of it names the same target.
  const parts = text
    .split(/[/|\n]|(?<=\p{sc=Han})\s+(?=[a-z])|(?<=[a-z])\s+(?=\p{sc=Han})/iu)
    .map((part) => part.trim())
  const [first = [], ...others] = parts.filter(Boolean).map(named)
  return others.length === 0 ? [] : first.filter((target) => others.every((other) => other.includes(target)))
}

function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '')
}

const LAST_BRACKETS = /[([{【「<][^()[\]{}【】「」<>]*[)\]}】」>][*:\s]*$/
const FIRST_BRACKETS = /^\**[([{【「<][^()[\]{}【】「」<>]*[)\]}】」>]/

/** Without `（必填）`, `(元)` or `[kg]` at either end. */
function withoutBrackets(name: string): string {
  let rest = name.normalize('NFKC').trim()
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(LAST_BRACKETS, '').replace(FIRST_BRACKETS, '').trim() || rest
  }
  return rest
}
