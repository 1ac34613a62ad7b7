import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'

/** A province, city or district by its division code. */
export const regionKind: Kind<string> = {
  name: 'region',
  label: { zh: '省/市/区', en: 'Region' },
  columns: [['', 'text']],
  parse: (input, _field, env) =>
    readWord(input, (text) => {
      const value = env.regions.read(text)
      return value === undefined ? problem('field.region_unknown') : { value }
    }),
  format: (value, _field, env) => env.regions.nameOf(value) ?? value,
  operators: ['eq', 'ne', 'in', 'notIn', 'under', 'empty'],
  parts: [
    {
      name: 'province',
      label: { zh: '省', en: 'Province' },
      prefix: 2,
      aliases: ['省份', '所在省份', 'State', 'State/Province', 'Billing State'],
    },
    { name: 'city', label: { zh: '市', en: 'City' }, aliases: ['城市', '所在城市', 'Billing City'] },
    { name: 'district', label: { zh: '区', en: 'District' }, aliases: ['区县', '县', '区/县', 'County'] },
  ],
  sort: 'value',
  groupable: true,
  mask: () => '***',
  schema: () => ({ type: 'string', pattern: '^\\d{2}(\\d{2}(\\d{2}(\\d{3})?)?)?$' }),
  example: () => '330110',
}

export function region(settings: FieldSettings<string>): Field<string> {
  return declareField(regionKind, settings)
}
