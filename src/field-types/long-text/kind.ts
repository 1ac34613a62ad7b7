import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { textOf, withinLength } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { numberOption } from '../option.ts'
import { emptyValue, problem } from '../parsed.ts'

const defaultMax = 20_000

/** Several lines of Markdown, kept as written. */
export const longTextKind: Kind<string> = {
  name: 'long_text',
  label: { zh: '多行文本', en: 'Long text' },
  columns: [['', 'text']],
  parse(input, field) {
    const text = textOf(input)
    if (text === undefined) return problem('field.invalid')
    const lines = text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trim()
    return lines === '' ? emptyValue : withinLength(lines, numberOption(field, 'max') ?? defaultMax)
  },
  format: (value) => value,
  lookups: (value) => ({ equal: value }),
  operators: ['contains', 'empty'],
  sort: 'none',
  groupable: false,
  searchText: (value) => value,
  mask: () => '***',
  schema: (field) => ({ type: 'string', minLength: 1, maxLength: numberOption(field, 'max') ?? defaultMax }),
  example: () => '客户关心**交货期**。\n\n- 下周寄样品',
}

type LongTextSettings = FieldSettings<string> & {
  max?: number
  /** The field of the same object that keeps the colleagues whom the text names. */
  mentions?: string
}

export function longText({ max, mentions, ...settings }: LongTextSettings): Field<string> {
  return declareField(longTextKind, settings, { max, mentions })
}

/** A note that only few may read: stored through the codec, found by nothing but its presence. */
export function secretNote({ max, ...settings }: FieldSettings<string> & { max?: number }): Field<string> {
  return declareField(longTextKind, { level: 3, ...settings, sealed: true }, { max })
}
