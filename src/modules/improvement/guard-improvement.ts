import { localDate } from '#field-types'
import type { Context, Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode, ErrorParams } from '#shared/error-codes'

/** Somebody else than its owner judges the effect, and not before the day; what had none begins again. */
export function prepareImprovement(ctx: Context, values: Values, before: Values | null): void {
  const { checker, owner, stage } = values
  if (typeof checker === 'string' && checker === owner) refuse('checker', 'improvement.own_check')
  const isJudged = (values.effective ?? null) !== (before?.effective ?? null)
  if (isJudged && values.effective) judge(ctx, values, before)
  else if (isJudged && before?.stage !== 'plan') refuse('effective', 'improvement.judged')
  else if ((stage === 'act' || stage === 'closed') && values.effective !== 'yes')
    refuse('stage', 'improvement.unchecked')
  else if (before?.effective === 'yes' && ['plan', 'do', 'check'].includes(String(stage))) anew(values, before)
}

function judge(ctx: Context, values: Values, before: Values | null): void {
  if (before?.stage !== 'check') refuse('effective', 'improvement.not_in_check')
  const isOwners = [before.owner, values.owner].includes(ctx.actor.id)
  if (!ctx.systemReason && (isOwners || before.checker !== ctx.actor.id)) refuse('effective', 'improvement.not_checker')
  const { timeZone } = ctx.kernel.settings
  const day = String(before.checkOn)
  if (localDate(ctx.now(), timeZone) < day) refuse('effective', 'improvement.too_early', { day })
  values.checkedAt = ctx.now().toISOString()
  if (values.effective === 'yes') values.stage = 'act'
  else anew(values, before)
}

/** The next round has its own days and its own judgement; the last one stands in the history. */
function anew(values: Values, before: Values): void {
  Object.assign(values, {
    stage: 'plan',
    round: Number(before.round ?? 1) + 1,
    dueOn: null,
    checkOn: null,
    effective: null,
  })
}

function refuse(path: string, code: ErrorCode, params: ErrorParams = {}): never {
  throw new AppError(422, code, { params, errors: [{ path, code, params }] })
}
