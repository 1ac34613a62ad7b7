import type { Parsed } from '../../kernel/object/kind.ts'
import { problem } from '../parsed.ts'

/** GB 32100 leaves out I, O, S, V and Z, which are taken for digits and for each other. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Check character by GB 32100: weights are powers of 3 modulo 31. */
export function creditCodeCheck(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += characters.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return characters[(31 - (sum % 31)) % 31] ?? ''
}

export function readCreditCode(text: string): Parsed<string> {
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return problem('field.number_damaged')
  const code = text.replace(/[\s'‘’\-–—._]/g, '').toUpperCase()
  if (code.length !== 18) return problem('field.credit_code_length', { length: code.length })
  const foreign = [...code].find((character) => !characters.includes(character))
  if (foreign) return problem('field.credit_code_character', { character: foreign })
  if (creditCodeCheck(code.slice(0, 17)) === code[17]) return { value: code }
  return problem(/^\d{15}000$/.test(code) ? 'field.number_damaged' : 'field.credit_code_check')
}
