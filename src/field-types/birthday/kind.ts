import { dayOfYear } from '#shared/day-of-year'
import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'
import { localDate } from '../zone.ts'
import { celebratedWithin } from './celebrated.ts'
import { readBirthday } from './read-birthday.ts'

const form = /^(L)?(\d{4}|-)-(闰)?(\d{2})-(\d{2})$/

/** Each day is a hash to look for where values are sealed, and many days would soon tell which. */
const mostDaysAhead = 31

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
  lookups: (value) => ({ equal: value, dayOfYear: dayOfYear(value) }),
  operators: ['eq', 'in', 'withinDays', 'empty'],
  parseArgument(operator, input, field, env) {
    if (operator !== 'withinDays') return birthdayKind.parse(input, field, env)
    const days = typeof input === 'number' ? input : Number.parseInt(String(input), 10)
    if (!/^\d{1,2}$/.test(String(input)) || days > mostDaysAhead)
      return problem('field.days_ahead', { max: mostDaysAhead })
    return { value: [...celebratedWithin(localDate(env.now, env.timeZone), days).keys()] }
  },
  sort: 'none',
  groupable: false,
  mask: () => '***',
  schema: () => ({ type: 'string', pattern: '^L?(\\d{4}|-)-闰?\\d{2}-\\d{2}$' }),
  example: () => '1990-04-12',
}

export function birthday(settings: FieldSettings<string>): Field<string> {
  return declareField(birthdayKind, settings)
}
