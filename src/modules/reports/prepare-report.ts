import { type Context, isUuid, personWithDuty, startJob, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { dueAfter } from './due.ts'
import { logReport } from './log-report.ts'
import { scheduleOf } from './read-report.ts'

/** The work that sends a report at its time; one for each due time. */
export const reportJobKind = 'log_report'

/** Refuses what could not be asked or sent, and says when it is due next. */
export async function prepareReport(
  ctx: Context,
  values: Values,
  before: Values | null,
  { id, returns }: { id: string; returns?: boolean },
): Promise<void> {
  if (!ctx.systemReason) {
    if (typeof values.file === 'string' && !isUuid(values.file)) refuse(ctx, 'file', 'field.invalid', values.file)
    await refuseStrangers(ctx, values, before)
  }
  const schedule = scheduleOf(ctx, values)
  // What lacks is refused with the other fields.
  if (!schedule) return
  const isNew = before === null || returns === true
  const moved = isNew || (['rhythm', 'hour', 'active'] as const).some((name) => values[name] !== before[name])
  if (moved) values.nextDue = dueAfter(schedule, ctx.now()).toISOString()
  const waits = isNew || values.nextDue !== before.nextDue || values.active !== before.active
  if (waits && values.active === true) await awaitDue(ctx, id, values)
}

/** Waits with the rights of who keeps the report, so that it ends with them; a purpose of use is no ground of it. */
async function awaitDue(ctx: Context, report: string, { owner, nextDue }: Values): Promise<void> {
  if (typeof owner !== 'string') return
  const starter = ctx.with({ actor: { ...ctx.actor, id: owner }, purpose: null })
  await startJob(starter, reportJobKind, { report, due: nextDue })
}

/** Whom it goes to has to be a reader of the log; who was named before is asked again when it is sent. */
async function refuseStrangers(ctx: Context, values: Values, before: Values | null): Promise<void> {
  const known = idsIn(before?.addressees)
  for (const person of idsIn(values.addressees))
    if (!known.includes(person) && !(await personWithDuty(ctx, person, 'trail')))
      refuse(ctx, 'addressees', 'audit.addressee_without_right', person)
}

function idsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
}

function refuse(ctx: Context, path: 'file' | 'addressees', code: ErrorCode, input: unknown): never {
  const params = { field: logReport.fields[path].label[ctx.locale], input: String(input) }
  throw new AppError(422, code, { params, errors: [{ path, code, params }] })
}
