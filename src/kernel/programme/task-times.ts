import { workingDayBefore } from '#shared/working-days'
import type { Context } from '../context.ts'
import type { Values } from '../object/hooks.ts'
import { dateIn } from '../record/normalise.ts'

/** Due at the end of a day's work; a reminder in the morning of the working day before, null where that has begun. */
export function taskTimes(ctx: Context, dueOn: string): Values {
  const { calendar, timeZone } = ctx.kernel.settings
  const before = workingDayBefore(calendar, dueOn)
  return { dueAt: `${dueOn} 18:00`, remindAt: before > dateIn(ctx.now(), timeZone) ? `${before} 09:00` : null }
}
