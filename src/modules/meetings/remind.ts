import { z } from 'zod'
import { localDate } from '#field-types'
import { type Context, readSetting, survey, takeTurn, writeSetting } from '#kernel'
import { tell } from '#modules/notifications'
import { dueUpTo } from '#modules/reports'
import { addWorkingDays, isWorkingDay } from '#shared/working-days'
import { askedFor } from './handed-in.ts'
import { meeting } from './meeting.ts'
import { meetingAction } from './meeting-action.ts'
import { daysAfter, mondayOf, reportsDue } from './rhythm.ts'
import { workReport } from './work-report.ts'

/** When people are reminded, by the company's clock. */
const hour = 9
const settingName = 'meeting reminders'
const place = z.object({ upTo: z.string().optional() })

/** Each working day at nine: action items before the next meeting, reports on the day on which they are due, and the day after, those that are missing. */
export async function remind(ctx: Context): Promise<void> {
  if (ctx.type(meeting.name).off) return
  const { calendar, timeZone } = ctx.kernel.settings
  await ctx.transaction(async (tx) => {
    await takeTurn(tx.db, settingName)
    const { upTo } = place.parse((await readSetting(tx.db, settingName)) ?? {})
    const due = dueUpTo({ rhythm: 'daily', hour, timeZone }, tx.now()).toISOString()
    if (upTo !== undefined && upTo >= due) return
    await writeSetting(tx.db, settingName, { upTo: due })
    const today = localDate(tx.now(), timeZone)
    // Nobody is reminded of days on which the house stood still.
    if (upTo === undefined || !isWorkingDay(calendar, today)) return
    await remindOfActions(tx, today)
    await remindOfReports(tx, today)
  })
}

/** What is open of earlier meetings of a series that meets on the next working day. */
async function remindOfActions(ctx: Context, today: string): Promise<void> {
  const next = addWorkingDays(ctx.kernel.settings.calendar, daysAfter(today, 1), 0)
  if (!next) return
  const meetings = await survey(ctx, ctx.type(meeting.name), {
    where: { state: 'planned', series: { empty: false }, startsAt: { gte: next, lt: daysAfter(next, 1) } },
    fields: ['series'],
  })
  for (const { id: record, values } of meetings) {
    const where = { series: String(values.series), state: 'open', meeting: { ne: record } }
    const open = await survey(ctx, ctx.type(meetingAction.name), { where, fields: ['assignee'] })
    const readers = [...new Set(open.map((action) => String(action.values.assignee)))]
    if (readers.length) tell(ctx, { kind: 'meeting', readers, object: meeting.name, record, detail: 'actions' })
  }
}

/** How far back a house has to have handed in a report to be one that writes them. */
const inUseDays = 28

async function remindOfReports(ctx: Context, today: string): Promise<void> {
  const { calendar } = ctx.kernel.settings
  const thisWeek = mondayOf(today)
  if (!(await writesReports(ctx, thisWeek))) return
  const about = { kind: 'work_report', object: workReport.name } as const
  if (reportsDue(calendar, thisWeek) === today)
    for (const [id, { state }] of await askedFor(ctx, thisWeek))
      if (state === 'missing') tell(ctx, { ...about, readers: [id], detail: `reminder ${thisWeek}` })
  const week = dueBefore(ctx, today)
  if (!week) return
  for (const { state, superior } of (await askedFor(ctx, week)).values())
    if (state === 'missing' && superior) tell(ctx, { ...about, readers: [superior], detail: `missing ${week}` })
}

async function writesReports(ctx: Context, thisWeek: string): Promise<boolean> {
  const where = { state: { ne: 'draft' }, week: { gte: daysAfter(thisWeek, -inUseDays) } } as const
  return (await ctx.records(workReport).list({ where, limit: 1, uncounted: true })).items.length > 0
}

const weeksBack = 4

/** The week whose reports were due on the working day before. */
function dueBefore(ctx: Context, today: string): string | undefined {
  const { calendar } = ctx.kernel.settings
  for (let back = 0; back <= weeksBack; back++) {
    const week = daysAfter(mondayOf(today), -7 * back)
    const due = reportsDue(calendar, week)
    if (due && due < today) return addWorkingDays(calendar, daysAfter(due, 1), 0) === today ? week : undefined
  }
  return undefined
}
