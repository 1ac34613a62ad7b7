import { parseRecords } from './parse-records.ts'
import { delimiters } from './table.ts'

const SAMPLE = 50
/** A beginning longer than this may end in the middle of a line. */
const LONG = 20_000

/** The character that cuts most lines of the beginning into equally many cells; `,` when none does. */
export function detectDelimiter(head: string): string {
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const score = consistency(head, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Excel's own first line `sep=;` names the delimiter and is no heading. */
export function namedDelimiter(head: string): { delimiter: string; length: number } | undefined {
  const match = /^\ufeff?"?sep=([,;\t|])"?\n/i.exec(head)
  return match?.[1] === undefined ? undefined : { delimiter: match[1], length: match[0].length }
}

function consistency(head: string, delimiter: string): number {
  const { records } = parseRecords(head, delimiter, { partial: head.length > LONG, limit: SAMPLE })
  const widths = records.filter(({ cells }) => cells.some((cell) => cell !== '')).map(({ cells }) => cells.length)
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width = 1, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  // Wide and regular wins; a comma inside a few remarks is neither.
  return width < 2 ? 0 : (count / widths.length) ** 2 * Math.log2(width + 1)
}
