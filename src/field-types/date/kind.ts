import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'
import { readCalendar } from '../read-calendar.ts'
import { readRelativeDay } from '../relative-day.ts'
import { isoDate, localDate } from '../zone.ts'

/** A day without time, `YYYY-MM-DD`. */
export const dateKind: Kind<string> = {
  name: 'date',
  label: { zh: '日期', en: 'Date' },
  columns: [['', 'date']],
  parse: (input, _field, env) =>
    readWord(input, (text) => {
      const read = readCalendar(text)
      if ('code' in read) return problem(read.code)
      const { day, clock, offset } = read
      if (!clock || offset === undefined) return { value: isoDate(day.year, day.month, day.day) }
      const instant =
        Date.UTC(day.year, day.month - 1, day.day, clock.hour, clock.minute, clock.second) - offset * 60_000
      return { value: localDate(new Date(instant), env.timeZone) }
    }),
  format: (value) => value,
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'empty'],
  parseArgument: (_operator, input, field, env) => {
    const day = readRelativeDay(input, env)
    return day ? { value: day } : dateKind.parse(input, field, env)
  },
  sort: 'value',
  groupable: true,
  calendar: true,
  mask: () => '***',
  schema: () => ({ type: 'string', format: 'date' }),
  example: () => '2026-03-16',
}

/** `planned`: something is to be done by then, so a day on which the company does not work is pointed out. */
export function date({ planned, ...settings }: FieldSettings<string> & { planned?: true }): Field<string> {
  return declareField(dateKind, settings, { planned })
}
