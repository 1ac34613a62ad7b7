import { type Context, defineJob, noteChange, personWithDuty, type Step, summariseTrail, takeTurn } from '#kernel'
import { queueMail, readMailSettings } from '#modules/mail'
import { dueAfter, dueUpTo, periodBefore } from './due.ts'
import { logReport } from './log-report.ts'
import { reportJobKind } from './prepare-report.ts'
import { type Report, readReport } from './read-report.ts'
import { writeReport } from './write-report.ts'

type Input = { report: string; due: string }
type Place = Record<string, never>

const why = 'report of the log'
const ended: Step<Place> = { place: {}, done: 1, total: 1, finished: true }

/**
 * Waits until a report is due and sends it with its keeper's rights. The mails are queued, and the wait for the next time
 * begins, in the one transaction of the step: a kill repeats nothing, and of times that passed meanwhile the latest counts.
 */
export const reportJob = defineJob<Input, Place>({
  kind: reportJobKind,
  start: () => ({}),
  step: async (ctx, { report: id, due }) => {
    const seconds = Math.ceil((Date.parse(due) - ctx.now().getTime()) / 1_000)
    if (seconds > 0) return { place: {}, done: 0, total: 1, finished: false, pause: seconds }
    await takeTurn(ctx.db, `${reportJobKind} ${id}`)
    const report = await waiting(ctx, { report: id, due })
    if (report) await send(ctx, report)
    return ended
  },
  ended: async (ctx, input, state) => {
    if (state !== 'done') await switchOff(ctx.asSystem(why), input)
  },
})

/** The report, if it still waits for this time: it may have gone, rest, or be due at another by now. */
async function waiting(ctx: Context, { report: id, due }: Input): Promise<Report | undefined> {
  const { items } = await ctx.records(logReport).list({ where: { id }, limit: 1, uncounted: true })
  const report = items[0] && readReport(ctx, { id, ...items[0].values })
  const isDue = report?.active && report.nextDue !== undefined && Date.parse(report.nextDue) === Date.parse(due)
  return isDue ? report : undefined
}

async function send(ctx: Context, report: Report): Promise<void> {
  const { id, name, schedule, query, readers } = report
  const due = dueUpTo(schedule, ctx.now())
  const period = periodBefore(due, report.period, schedule.timeZone)
  const { from, to, firstDay, lastDay } = period
  const asked = { ...query, from, to }
  const [byAction, byPerson] = [await summariseTrail(ctx, 'action', asked), await summariseTrail(ctx, 'actor', asked)]
  const path = `/audit?report=${id}&from=${firstDay}&to=${lastDay}`
  const { ready } = await readMailSettings(ctx.db)
  let mails = 0
  for (const reader of readers) {
    const person = await personWithDuty(ctx, reader, 'trail')
    if (!person) await noteRefusal(ctx, id, reader)
    if (!person || !ready) continue
    const body = writeReport(person.language, { byAction, byPerson, firstDay, lastDay })
    await queueMail(ctx, { kind: 'log_report', person: reader, path, told: { title: name, body } })
    mails++
  }
  const nextDue = dueAfter(schedule, ctx.now()).toISOString()
  await ctx.asSystem(why).records(logReport).update(id, { nextDue })
  const detail = { due: due.toISOString(), from, to, mails, ...(ready ? {} : { trouble: 'not_set_up' }) }
  await note(ctx, id, mails ? 'done' : 'failed', detail)
}

/** Nobody's rights are behind it any more: it rests until its keeper has them again and turns it on. */
async function switchOff(ctx: Context, input: Input): Promise<void> {
  const report = await waiting(ctx, input)
  if (!report) return
  await ctx.records(logReport).update(report.id, { active: false })
  await note(ctx, report.id, 'refused', { due: input.due, mails: 0, trouble: 'no_right' })
}

type Detail = Record<string, string | number>

async function note(
  ctx: Context,
  record: string,
  result: 'done' | 'refused' | 'failed',
  detail: Detail,
): Promise<void> {
  const facts = { action: 'send', object: logReport.name, record, result } as const
  await noteChange(ctx, { ...facts, detail })
}

/** As the outbox tells of mails, of one that was not written. */
async function noteRefusal(ctx: Context, report: string, person: string): Promise<void> {
  const facts = { action: 'send', object: 'user', record: person, result: 'refused' } as const
  await noteChange(ctx, { ...facts, detail: { kind: 'log_report', report, trouble: 'no_right' } })
}
