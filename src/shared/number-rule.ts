/** What a number may show of the day of creation; the first letters of `YYYYMMDD`, or the year's last two. */
export const dateParts = ['YYYY', 'YY', 'YYYYMM', 'YYYYMMDD'] as const
/** Within what a running number is counted anew. */
export const resets = ['year', 'month', 'day', 'field', 'region'] as const
type Reset = (typeof resets)[number]

/** One part of a rule: `KH-` + year + `-` + six digits counted anew each year. */
type NumberPart =
  | { text: string }
  | { date: (typeof dateParts)[number] }
  /** Value of a field of the record, such as the customer's type, as its code or as the given text. */
  | { field: string; texts?: Readonly<Record<string, string>> }
  /** First `digits` of the region's code. */
  | { region: string; digits: 2 | 4 | 6 }
  /** Running number; starts anew for each combination of the other parts named in `reset`. */
  | { sequence: number; reset?: readonly Reset[] }

export type NumberRule = readonly NumberPart[]

type Values = Readonly<Record<string, unknown>>

/** A number as a rule makes it; `day` is the calendar day as `YYYYMMDD`. */
export function numberBy(rule: NumberRule, day: string, values: Values, sequence: number): string {
  return rule.map((part) => renderPart(part, day, values, sequence)).join('')
}

/** What the running number is counted within: two numbers with the same have one counter. */
export function countedWithin(rule: NumberRule, day: string, values: Values): readonly string[] {
  const named = rule.flatMap((part) => ('sequence' in part ? (part.reset ?? []) : []))
  return named.flatMap((reset) => {
    const digits = dayDigits[reset]
    if (digits) return [day.slice(0, digits)]
    return rule.filter((part) => reset in part).map((part) => renderPart(part, day, values, 0))
  })
}

const dayDigits: Readonly<Record<string, number>> = { year: 4, month: 6, day: 8 }

function renderPart(part: NumberPart, day: string, values: Values, sequence: number): string {
  if ('text' in part) return part.text
  if ('date' in part) return part.date === 'YY' ? day.slice(2, 4) : day.slice(0, part.date.length)
  if ('sequence' in part) return String(sequence).padStart(part.sequence, '0')
  if ('region' in part)
    return String(values[part.region] ?? '')
      .slice(0, part.digits)
      .padEnd(part.digits, '0')
  const value = String(values[part.field] ?? '')
  // Letters alone, so that nothing runs into the digits beside it.
  return part.texts?.[value] ?? value.replaceAll(/\P{L}/gu, '').toUpperCase()
}

export type RuleProblem =
  | 'number.one_sequence'
  | 'number.sequence_digits'
  | 'number.reset_unseen'
  | 'number.text_form'
  | 'number.field_letters'
  | 'number.field_twice'
  | 'number.too_long'
  | 'number.begin'

/** Why a rule could give two files one number, or one that is no number; undefined where it could not. */
export function problemOfRule(rule: NumberRule): RuleProblem | undefined {
  const sequences = rule.filter((part) => 'sequence' in part)
  const [sequence] = sequences
  if (!sequence || sequences.length > 1) return 'number.one_sequence'
  if (!Number.isInteger(sequence.sequence) || sequence.sequence < 2 || sequence.sequence > 10)
    return 'number.sequence_digits'
  if (rule.some((part) => 'text' in part && !/^[\p{Lu}\p{Lo}\p{N}\-_/.·()[\]〔〕#]{1,20}$/u.test(part.text)))
    return 'number.text_form'
  if (sequence.reset?.some((reset) => !shows(rule, reset))) return 'number.reset_unseen'
  const fields = rule.flatMap((part) => ('field' in part ? [part] : []))
  // Beside another one, letters of different length could be read in two ways.
  if (fields.length > 1) return 'number.field_twice'
  if (fields.some(({ texts = {} }) => Object.values(texts).some((text) => !/^[\p{Lu}\p{Lo}]{1,8}$/u.test(text))))
    return 'number.field_letters'
  const [first] = rule
  if (first && 'text' in first && !/^[\p{L}\p{N}]/u.test(first.text)) return 'number.begin'
  return longest(rule) > 60 ? 'number.too_long' : undefined
}

/** Counted anew without showing why, the second count would give the numbers of the first again. */
function shows(rule: NumberRule, reset: Reset): boolean {
  const dates = rule.flatMap((part) => ('date' in part ? [part.date] : []))
  if (reset === 'year') return dates.length > 0
  if (reset === 'month') return dates.some((date) => date.length >= 6)
  if (reset === 'day') return dates.includes('YYYYMMDD')
  return rule.some((part) => reset in part)
}

function longest(rule: NumberRule): number {
  const lengths = rule.map((part) => {
    if ('text' in part) return part.text.length
    if ('date' in part) return part.date.length
    if ('region' in part) return part.digits
    return 'sequence' in part ? part.sequence : 8
  })
  return lengths.reduce((sum, length) => sum + length, 0)
}
