import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Agreement, Kind } from '../../kernel/object/kind.ts'
import { joinChinese } from '../chinese-text.ts'
import { readLine, withinLength } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { spelt } from '../spelt.ts'

const maxLength = 100

/** A person's name: 张 三 is 张三, and the dot of 买买提·吐尔逊 has one form. */
export const personNameKind: Kind<string> = {
  name: 'person_name',
  label: { zh: '姓名', en: 'Person name' },
  columns: [['', 'text']],
  parse: (input) =>
    readLine(input, (line) =>
      withinLength(
        joinChinese(line.replace(/(?<=\p{Script=Han}) *[•・‧∙●．.・] *(?=\p{Script=Han})/gu, '·')),
        maxLength,
      ),
    ),
  format: (value) => value,
  lookups: (value) => ({ equal: value }),
  likeness: { compare: comparePersons },
  operators: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'empty'],
  sort: 'pinyin',
  groupable: false,
  searchText: (value) => value,
  pinyin: 'person',
  mask: (value) => `${[...value][0] ?? ''}**`,
  schema: () => ({ type: 'string', minLength: 1, maxLength }),
  example: () => '王芳',
}

/** 王方 may be 王芳 by ear. */
function comparePersons(one: string, other: string): Agreement {
  if (one === other) return 'same'
  return spelt(one) === spelt(other) ? 'alike' : 'different'
}

export function personName(settings: FieldSettings<string>): Field<string> {
  return declareField(personNameKind, settings)
}
