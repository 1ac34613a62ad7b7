import { choice, date, text } from '#field-types'
import { type Context, defineObject, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import { housePolicy } from './rights.ts'

/** Days on which the company works otherwise than its week says: holidays, and days worked instead of them. */
export const holiday = defineObject({
  name: 'holiday',
  label: { zh: '节假日', en: 'Holiday' },
  icon: 'calendar-days',
  title: 'name',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      max: 60,
      required: true,
      search: 'A',
      aliases: ['节日', '假日', 'Holiday'],
    }),
    works: choice({
      label: { zh: '安排', en: 'Works' },
      required: true,
      default: 'off',
      aliases: ['类型', 'Type'],
      choices: {
        off: { zh: '放假', en: 'Day off', colour: 'green' },
        on: { zh: '调休上班', en: 'Make-up working day', colour: 'amber' },
      },
    }),
    from: date({
      label: { zh: '开始日期', en: 'From' },
      required: true,
      indexed: true,
      aliases: ['日期', '开始', 'Date', 'Start'],
    }),
    until: date({
      label: { zh: '结束日期', en: 'Until' },
      help: { zh: '不填则只有一天', en: 'Empty: one day' },
      aliases: ['结束', 'End'],
    }),
  },
  views: {
    list: ['name', 'works', 'from', 'until'],
    form: { basics: { label: { zh: '节假日', en: 'Holiday' }, fields: ['name', 'works', 'from', 'until'] } },
  },
})

export const holidayPolicy = housePolicy(holiday)

/** A year is the longest that anybody means; more is a slip of the keys, and every reader would count it. */
const longestMs = 366 * 86_400_000

export function checkHoliday(_ctx: Context, values: Values): void {
  const { from, until } = values
  if (typeof from !== 'string' || typeof until !== 'string') return
  const length = Date.parse(until) - Date.parse(from)
  if (length < 0 || length > longestMs)
    throw new AppError(422, 'holiday.until', { errors: [{ path: 'until', code: 'holiday.until', params: {} }] })
}
