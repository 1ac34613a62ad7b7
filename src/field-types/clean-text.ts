import type { Parsed } from '../kernel/object/kind.ts'
import { emptyValue, problem } from './parsed.ts'

const emptyWords =
  /^(无|暂无|没有|不详|未知|未填|未填写|待补充|[-—–－_/／\\.。?？*]+|n\/?a|nil|null|none|undefined|unknown|#n\/a|nan)$/i

/** What stands in a cell for "nothing". Free text is exempt: there such a word may be meant. */
export function isEmptyWord(text: string): boolean {
  return emptyWords.test(text)
}

/** Controls, zero-width and direction marks: invisible to people, poison for comparison; NUL is refused by PostgreSQL. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** Text of a scalar; undefined for what cannot be one (objects, lists, NaN). */
export function textOf(input: unknown): string | undefined {
  if (input === null || input === undefined) return ''
  if (typeof input === 'string') return input.toWellFormed().replace(invisible, '').trim()
  if (typeof input === 'number') return Number.isFinite(input) ? String(input) : undefined
  if (typeof input === 'bigint' || typeof input === 'boolean') return String(input)
  return undefined
}

/** Full-width letters, digits and blanks become ASCII; Chinese punctuation keeps its width. */
export function narrowAlphanumerics(text: string): string {
  return text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u00a0\u3000]/g, ' ')
}

/** No code, number or address is longer; what reads them need not be fast on more. */
const longestWord = 2000
/** Before blanks are taken out; far beyond any of these, and little enough to be looked at in a moment. */
const longestInput = 100_000
const tooLong = ({ length }: string) => problem('field.text_long', { max: longestWord, length })

/** Reads codes and numbers: NFKC, one blank between words, the usual words for "none" are empty. */
export function readWord<V>(input: unknown, read: (text: string) => Parsed<NoInfer<V>>): Parsed<V> {
  const raw = textOf(input)
  if (raw === undefined) return problem('field.invalid')
  if (raw.length > longestInput) return tooLong(raw)
  const text = raw.normalize('NFKC').replace(/\s+/g, ' ').trim()
  if (text.length > longestWord) return tooLong(text)
  return text === '' || isEmptyWord(text) ? emptyValue : read(text)
}

/** Reads names and addresses: as people write them, one line. */
export function readLine<V>(input: unknown, read: (text: string) => Parsed<NoInfer<V>>): Parsed<V> {
  const text = textOf(input)
  if (text === undefined) return problem('field.invalid')
  if (text.length > longestInput) return tooLong(text)
  const line = narrowAlphanumerics(text.normalize('NFC')).replace(/\s+/g, ' ').trim()
  return line === '' || isEmptyWord(line) ? emptyValue : read(line)
}

export function withinLength(text: string, max: number): Parsed<string> {
  return text.length > max ? problem('field.text_long', { max, length: text.length }) : { value: text }
}
