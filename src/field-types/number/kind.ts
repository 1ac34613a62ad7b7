import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { declareField } from '../declare-field.ts'
import { numberOption } from '../option.ts'
import { readNumber } from '../read-number.ts'

/** A number; spreadsheets' thousands commas, 万 and 亿 are read. */
export const numberKind: Kind<number> = {
  name: 'number',
  label: { zh: '数字', en: 'Number' },
  columns: [['', 'numeric']],
  parse: (input, field) => readNumber(input, field, (text) => text),
  format: (value) => String(value),
  fromRow: ([value]) => Number(value),
  toSealed: (value) => String(value),
  fromSealed: (text) => Number(text),
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'empty'],
  sort: 'value',
  groupable: true,
  mask: () => '***',
  schema: (field) => ({
    type: field.options.integer === true ? 'integer' : 'number',
    ...(numberOption(field, 'min') === undefined ? {} : { minimum: numberOption(field, 'min') }),
    ...(numberOption(field, 'max') === undefined ? {} : { maximum: numberOption(field, 'max') }),
  }),
  example: (field) => numberOption(field, 'min') ?? numberOption(field, 'max') ?? 120,
}

export type NumberOptions = {
  min?: number
  max?: number
  /** Word after the number: 人, 天. */
  unit?: { zh: string; en: string }
} & ({ integer?: boolean; decimals?: undefined } | { decimals: number; integer?: undefined })

export function number({
  min,
  max,
  unit,
  integer,
  decimals,
  ...settings
}: FieldSettings<number> & NumberOptions): Field<number> {
  return declareField(numberKind, settings, { min, max, unit, integer, decimals })
}
