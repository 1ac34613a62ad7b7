import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind, Parsed, ParseEnv } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'
import { type Calendar, readCalendar } from '../read-calendar.ts'
import { readRelativeDay } from '../relative-day.ts'
import { instantOf, isoDate, localTime } from '../zone.ts'

const midnight = { hour: 0, minute: 0, second: 0, ms: 0 }
const endOfDay = { hour: 23, minute: 59, second: 59, ms: 999 }

function instantText({ day, clock = midnight, offset }: Calendar, timeZone: string): string {
  const wall = { ...day, ...clock }
  if (offset === undefined) return instantOf(wall, timeZone).toISOString()
  return new Date(
    Date.UTC(day.year, day.month - 1, day.day, clock.hour, clock.minute, clock.second, clock.ms) - offset * 60_000,
  ).toISOString()
}

/** A bare day as a bound means the whole day: up to its end, or after it. */
function readBound(operator: string, input: unknown, env: ParseEnv): Parsed<string> {
  const relative = readRelativeDay(input, env)
  if (input === 'now') return { value: env.now.toISOString() }
  return readWord(relative ?? input, (text) => {
    const read = readCalendar(text)
    if ('code' in read) return problem(read.code)
    const late = !read.clock && (operator === 'lte' || operator === 'gt')
    return { value: instantText(late ? { ...read, clock: endOfDay } : read, env.timeZone) }
  })
}

/** An instant in UTC, shown and read in the reader's zone. */
export const dateTimeKind: Kind<string> = {
  name: 'date_time',
  label: { zh: '日期时间', en: 'Date and time' },
  columns: [['', 'timestamptz']],
  parse: (input, _field, env) =>
    readWord(input, (text) => {
      const read = readCalendar(text)
      return 'code' in read ? problem(read.code) : { value: instantText(read, env.timeZone) }
    }),
  format(value, _field, env) {
    const time = localTime(new Date(value), env.timeZone)
    const two = (part: number) => String(part).padStart(2, '0')
    const seconds = time.second || time.ms ? `:${two(time.second)}` : ''
    const fraction = time.ms ? `.${String(time.ms).padStart(3, '0')}` : ''
    return `${isoDate(time.year, time.month, time.day)} ${two(time.hour)}:${two(time.minute)}${seconds}${fraction}`
  },
  // The driver answers `2026-01-02 03:04:05.678+00`, which is read here so that the wire has one form.
  fromRow: ([value]) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  operators: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'empty'],
  parseArgument: (operator, input, _field, env) => readBound(operator, input, env),
  sort: 'value',
  groupable: false,
  calendar: true,
  mask: () => '***',
  schema: () => ({ type: 'string', format: 'date-time' }),
  example: () => '2026-03-16T06:03:00.000Z',
}

/** `planned`: something is to be done by then, so a day on which the company does not work is pointed out. */
export function dateTime({ planned, ...settings }: FieldSettings<string> & { planned?: true }): Field<string> {
  return declareField(dateTimeKind, settings, { planned })
}
