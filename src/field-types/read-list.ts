import type { Parsed } from '../kernel/object/kind.ts'
import { isEmptyWord, textOf } from './clean-text.ts'
import { emptyValue, problem } from './parsed.ts'

const strong = /[;；|｜\n\r\t]+/
const weak = /[,，、]+/

/**
 * Reads a list from an array or from a text with separators. Commas part only what is no item as a whole:
 * 农、林、牧、渔业 is one industry. An empty list is an empty value; what stands twice counts once.
 */
export function readList(input: unknown, readItem: (text: string) => Parsed<string>): Parsed<readonly string[]> {
  if ((Array.isArray(input) || typeof input === 'string') && input.length > longest(input)) {
    return problem('field.list_long', { max: longest(input), length: input.length })
  }
  const texts = Array.isArray(input) ? input.map(textOf) : splitText(input, readItem)
  const values = new Set<string>()
  for (const text of texts) {
    if (text === undefined) return problem('field.invalid')
    const item = text === '' ? emptyValue : readItem(text)
    if (item.problem) {
      if (isEmptyWord(text)) continue
      return item
    }
    if (item.value !== null) values.add(item.value)
  }
  return values.size ? { value: [...values] } : emptyValue
}

/** Items of a list, characters of a text: far above what a person enters, low enough to be read at once. */
function longest(input: readonly unknown[] | string): number {
  return typeof input === 'string' ? 20_000 : 500
}

function splitText(input: unknown, readItem: (text: string) => Parsed<string>): (string | undefined)[] {
  const text = typeof input === 'object' ? (input === null ? '' : undefined) : String(input ?? '')
  if (text === undefined) return [undefined]
  const isItem = (part: string) => !readItem(part).problem
  return text.split(strong).flatMap((part) => {
    const whole = textOf(part) ?? ''
    return whole === '' || !weak.test(whole) || isItem(whole) ? [whole] : whole.split(weak).map((piece) => piece.trim())
  })
}
