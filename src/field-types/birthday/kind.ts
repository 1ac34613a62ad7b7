import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { readBirthday } from './read-birthday.ts'

const form = /^(L)?(\d{4}|-)-(闰)?(\d{2})-(\d{2})$/

/** A day of birth, solar (`1990-04-12`) or lunar (`L1990-闰04-12`), with the year or without (`--04-12`). */
export const birthdayKind: Kind<string> = {
  name: 'birthday',
  label: { zh: '生日', en: 'Birthday' },
  columns: [['', 'text']],
  parse: (input, _field, env) => readWord(input, (text) => readBirthday(text, env)),
  format(value, _field, env) {
    const [, lunar, year = '', leap = '', month = '', day = ''] = form.exec(value) ?? []
    const date = env.locale === 'zh' ? `${leap}${Number(month)}月${Number(day)}日` : `${leap && 'leap '}${month}-${day}`
    if (env.locale === 'zh') return `${lunar ? '农历' : ''}${year === '-' ? '' : `${year}年`}${date}`
    return `${lunar ? 'Lunar ' : ''}${year === '-' ? '' : `${year}-`}${date}`
  },
  lookups: (value) => ({ equal: value }),
  operators: ['eq', 'in', 'empty'],
  sort: 'none',
  groupable: false,
  mask: () => '***',
  schema: () => ({ type: 'string', pattern: '^L?(\\d{4}|-)-闰?\\d{2}-\\d{2}$' }),
  example: () => '1990-04-12',
}

export function birthday(settings: FieldSettings<string>): Field<string> {
  return declareField(birthdayKind, settings)
}
