import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { declareField } from '../declare-field.ts'
import { numberOption } from '../option.ts'
import { readNumber } from '../read-number.ts'

/** A share in percent: 12.5 means 12.5 %. */
export const percentKind: Kind<number> = {
  name: 'percent',
  label: { zh: '百分比', en: 'Percent' },
  columns: [['', 'numeric']],
  parse: (input, field) => readNumber(input, field, (text) => text.replace(/^百分之/, '').replace(/\s*%$/, '')),
  format: (value) => `${value}%`,
  fromRow: ([value]) => Number(value),
  toSealed: (value) => String(value),
  fromSealed: (text) => Number(text),
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'empty'],
  sort: 'value',
  groupable: true,
  mask: () => '***',
  schema: (field) => ({
    type: 'number',
    ...(numberOption(field, 'min') === undefined ? {} : { minimum: numberOption(field, 'min') }),
    ...(numberOption(field, 'max') === undefined ? {} : { maximum: numberOption(field, 'max') }),
  }),
  example: (field) => numberOption(field, 'min') ?? 12.5,
}

export type PercentOptions = { min?: number; max?: number; decimals?: number }

export function percent({ min, max, decimals, ...settings }: FieldSettings<number> & PercentOptions): Field<number> {
  return declareField(percentKind, settings, { min, max, decimals })
}
