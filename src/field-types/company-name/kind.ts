import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { joinChinese, unifyBrackets } from '../chinese-text.ts'
import { readLine, withinLength } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { companyKey, compareCompanies } from './likeness.ts'

const maxLength = 200

/** Name of a company or of whoever the file is about; blanks inside Chinese and the width of brackets are made one. */
export const companyNameKind: Kind<string> = {
  name: 'company_name',
  label: { zh: '单位名称', en: 'Company name' },
  columns: [['', 'text']],
  parse: (input) => readLine(input, (line) => withinLength(joinChinese(unifyBrackets(line)), maxLength)),
  format: (value) => value,
  lookups: (value) => ({ equal: value }),
  likeness: { key: companyKey, compare: compareCompanies },
  operators: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'empty'],
  sort: 'pinyin',
  groupable: false,
  searchText: (value) => value,
  pinyin: 'text',
  mask: () => '***',
  schema: () => ({ type: 'string', minLength: 1, maxLength }),
  example: () => '杭州绿旺贸易（集团）有限公司',
}

export function companyName(settings: FieldSettings<string>): Field<string> {
  return declareField(companyNameKind, settings)
}
