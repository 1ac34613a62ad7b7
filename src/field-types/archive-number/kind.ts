import type { NumberRule } from '#shared/number-rule'
import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'

const form = /^[\p{L}\p{N}][\p{L}\p{N}\-_/.·()[\]〔〕#]{0,63}$/u

/** Number of a file: given by rule when the record is made, never given twice. */
export const archiveNumberKind: Kind<string> = {
  name: 'archive_number',
  label: { zh: '档案编号', en: 'Archive number' },
  columns: [['', 'text']],
  parse: (input) =>
    readWord(input, (text) => {
      const value = text.replaceAll(' ', '').toUpperCase()
      return form.test(value) ? { value } : problem('field.archive_number_invalid')
    }),
  format: (value) => value,
  operators: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'empty'],
  sort: 'value',
  groupable: false,
  searchText: (value) => value,
  mask: () => '***',
  schema: () => ({ type: 'string', minLength: 1, maxLength: 64 }),
  example: () => 'KH-2026-000123',
  allocated: true,
}

export function archiveNumber({ rule, ...settings }: FieldSettings<string> & { rule: NumberRule }): Field<string> {
  return declareField(archiveNumberKind, { readOnly: true, ...settings }, { rule })
}
