import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { narrowAlphanumerics, textOf, withinLength } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { numberOption } from '../option.ts'
import { emptyValue, problem } from '../parsed.ts'

const defaultMax = 200

/** One line of free text. */
export const textKind: Kind<string> = {
  name: 'text',
  label: { zh: '文本', en: 'Text' },
  columns: [['', 'text']],
  parse(input, field) {
    const text = textOf(input)
    if (text === undefined) return problem('field.invalid')
    const line = narrowAlphanumerics(text.normalize('NFC')).replace(/\s+/g, ' ').trim()
    return line === '' ? emptyValue : withinLength(line, numberOption(field, 'max') ?? defaultMax)
  },
  format: (value) => value,
  lookups: (value) => ({ equal: value }),
  operators: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'empty'],
  sort: 'pinyin',
  groupable: true,
  searchText: (value) => value,
  pinyin: 'text',
  mask: () => '***',
  schema: (field) => ({ type: 'string', minLength: 1, maxLength: numberOption(field, 'max') ?? defaultMax }),
  example: (field) => '杭州绿旺贸易'.slice(0, numberOption(field, 'max') ?? defaultMax),
}

export function text({ max, ...settings }: FieldSettings<string> & { max?: number }): Field<string> {
  return declareField(textKind, settings, { max })
}
