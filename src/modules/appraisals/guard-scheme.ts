import { type Context, takeTurn, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode, ErrorParams } from '#shared/error-codes'
import { figureNames } from '#shared/figures'
import { appraisalScheme } from './appraisal-scheme.ts'

/** Weights come to a hundred, thresholds rise with what is better, and a role has one scheme for each length of period. */
export async function prepareScheme(
  ctx: Context,
  values: Values,
  _before: Values | null,
  { id }: { id: string },
): Promise<void> {
  const weights = [...figureNames, 'manager'].map((name) => Number(values[`${name}Weight`] ?? 0))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum !== 100) refuse('managerWeight', 'appraisal.weights_sum', { sum })
  for (const name of figureNames) {
    const [sixty, hundred] = [Number(values[`${name}Sixty`]), Number(values[`${name}Hundred`])]
    if (name === 'age' ? hundred >= sixty : hundred <= sixty)
      refuse(`${name}Hundred`, name === 'age' ? 'appraisal.threshold_age' : 'appraisal.threshold')
  }
  if (values.active) await refuseSecond(ctx, { role: String(values.role), length: String(values.length) }, id)
}

async function refuseSecond(
  ctx: Context,
  { role, length }: { role: string; length: string },
  id: string,
): Promise<void> {
  await takeTurn(ctx.db, 'schemes of appraisals')
  const { items } = await ctx
    .asSystem('one scheme for each role')
    .recordsNamed(appraisalScheme.name)
    .list({ where: { role, length, active: true, id: { ne: id } }, limit: 1, uncounted: true })
  if (items.length) refuse('role', 'appraisal.scheme_exists')
}

function refuse(path: string, code: ErrorCode, params: ErrorParams = {}): never {
  throw new AppError(422, code, { params, errors: [{ path, code, params }] })
}
