import { localDate } from '#field-types'
import { type Context, peopleByIds, superiorOf, takeTurn, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import { mondayOf } from './rhythm.ts'
import { workReport } from './work-report.ts'

const said = ['week', 'done', 'problems', 'plans'] as const

/** The words are the author's until they are handed in; the answer is of somebody else. */
export async function prepareReport(ctx: Context, values: Values, before: Values | null): Promise<void> {
  const today = localDate(ctx.now(), ctx.kernel.settings.timeZone)
  values.week = mondayOf(String(values.week ?? today))
  if (!before || values.week !== before.week) await beginWeek(ctx, values, before)
  if (before && !ctx.systemReason) guard(ctx, values, before)
  if (values.state !== before?.state) await move(ctx, values, before)
  const isAnswer = values.answer !== null && values.answer !== undefined && values.answer !== before?.answer
  if (!isAnswer) return
  if (!before || before.state === 'draft')
    throw new AppError(422, 'report.not_submitted', {
      errors: [{ path: 'answer', code: 'report.not_submitted', params: {} }],
    })
  values.state = 'answered'
  values.answeredBy = ctx.actor.id
  values.answeredAt = ctx.now().toISOString()
}

/** One report for each week; its name is its author's and the week's. */
async function beginWeek(ctx: Context, values: Values, before: Values | null): Promise<void> {
  const author = typeof values.author === 'string' ? values.author : null
  const [person] = author ? await peopleByIds(ctx, [author]) : []
  values.name = [person?.name, values.week].filter((part) => part).join(' ')
  if (ctx.systemReason || !author) return
  await takeTurn(ctx.db, `report of ${author}`)
  const where = { author, week: String(values.week) }
  const { items } = await ctx
    .asSystem('one report a week')
    .records(workReport)
    .list({ where, limit: 1, uncounted: true })
  if (items.length && (!before || before.week !== values.week)) throw new AppError(409, 'report.exists')
}

function guard(ctx: Context, values: Values, before: Values): void {
  const isOwn = before.author === ctx.actor.id
  const differs = (field: string): boolean => (values[field] ?? null) !== (before[field] ?? null)
  if (said.some(differs) && (!isOwn || before.state !== 'draft')) throw new AppError(409, 'report.handed_in')
  if (differs('state') && (!isOwn || values.state === 'answered')) throw new AppError(409, 'report.state')
  if (differs('answer') && isOwn) throw new AppError(403, 'report.own_answer')
}

async function move(ctx: Context, values: Values, before: Values | null): Promise<void> {
  if (before?.state === 'answered') throw new AppError(409, 'report.state')
  if (values.state !== 'submitted') {
    values.submittedAt = null
    return
  }
  values.submittedAt = ctx.now().toISOString()
  values.superior = (await superiorOf(ctx, String(values.author)))?.id ?? null
}
