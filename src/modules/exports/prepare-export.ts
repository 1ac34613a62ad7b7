import {
  type Context,
  type ObjectType,
  purposeNamed,
  purposesOf,
  requireFreshProof,
  ruling,
  takeTurn,
  type Values,
} from '#kernel'
import { askForSeparateConsent } from '#modules/access'
import { AppError } from '#shared/app-error'
import { approvalOfExport, officersWhoSign } from './approval.ts'
import { columnsOf, columnWords, levelOf } from './columns.ts'
import { criteriaOf, queryOf, readSelection } from './selection.ts'

/** So many fit: a workbook is put together in memory, a list of commas is not. */
const most = { csv: 100_000, xlsx: 5_000 } as const

/** Measures what somebody asks for and refuses what could not be; what comes back signed is never more than was signed. */
export async function prepareExport(ctx: Context, values: Values, before: Values | null): Promise<void> {
  if (before || ctx.systemReason) return
  const type = exportedType(ctx, values.object)
  await takeTurn(ctx.db, `export ${ctx.actor.id}`)
  const purpose = purposeFor(ctx, values.purpose)
  if (values.recipient) checkDisclosure(ctx, { purpose: purpose?.id, separateConsent: values.separateConsent })
  const columns = columnsOf(ctx, type, values.columns)
  const selection = readSelection(values.selection)
  const { rows, level } = await measured(ctx.with({ purpose: purpose?.code ?? null }), type, { values, selection })
  const highest = Math.max(level, ...columns.map(levelOf))
  const signed = ctx.approver ? { rows: Number(values.rows), level: Number(values.level) } : null
  if (ctx.approver) requireFreshProof(ctx.with({ actor: ctx.approver }))
  else if (highest > 2) requireFreshProof(ctx)
  Object.assign(values, {
    requester: ctx.actor.id,
    purpose: purpose?.id ?? null,
    columns: columns.map(({ name }) => name),
    rows: Math.min(rows, signed?.rows ?? rows),
    level: Math.min(highest, signed?.level ?? highest),
    contents: columnWords(ctx, columns),
    criteria: criteriaOf(ctx, type, selection),
    signers: await officersWhoSign(ctx),
  })
  const approval = ctx.approver ? 'signed' : await approvalOfExport(ctx, { operation: 'create', after: values })
  values.approval = approval === null ? 'none' : approval === 'alone' ? 'alone' : 'signed'
}

/** The object that somebody exports, with the right to; an object without it is told like one that is not there. */
export function exportedType(ctx: Context, named: unknown): ObjectType {
  const type = typeof named === 'string' ? ctx.kernel.registry.objects.get(named) : undefined
  if (!type || ruling(ctx, type, 'read') === false) {
    const params = { input: String(named ?? '') }
    const code = 'export.object_unknown'
    throw new AppError(422, code, { params, errors: [{ path: 'object', code, params }] })
  }
  if (ruling(ctx, type, 'export') === false) throw new AppError(403, 'access.forbidden')
  return type
}

/** Whoever hands data on says for what, and whether those agreed who had to. */
function checkDisclosure(ctx: Context, values: Values): void {
  if (!values.purpose) throw purposeMissing(ctx)
  askForSeparateConsent(ctx, values, null)
}

/** The purpose that was named, else the request's own; whoever holds any exports for one. */
function purposeFor(ctx: Context, named: unknown): { id: string; code: string } | null {
  const known = [...ctx.kernel.purposes.values()]
  const code = typeof named === 'string' ? (known.find(({ id }) => id === named)?.code ?? named) : ctx.purpose
  if (code === null) {
    if (!purposesOf(ctx.kernel, ctx.actor).length) return null
    throw purposeMissing(ctx)
  }
  purposeNamed(ctx.kernel, ctx.actor, { named: code, at: 'purpose' })
  return known.find((purpose) => purpose.code === code) ?? null
}

function purposeMissing(ctx: Context): AppError {
  const params = { field: { zh: '使用目的', en: 'Purpose of use' }[ctx.locale] }
  return new AppError(422, 'field.required', { params, errors: [{ path: 'purpose', code: 'field.required', params }] })
}

async function measured(
  ctx: Context,
  type: ObjectType,
  { values, selection }: { values: Values; selection: ReturnType<typeof readSelection> },
): Promise<{ rows: number; level: number }> {
  const format = values.format === 'csv' ? 'csv' : 'xlsx'
  const found = await ctx.recordsNamed(type.name).measure(queryOf(selection), most[format])
  if (!found.rows)
    throw new AppError(422, 'export.nothing', { errors: [{ path: 'selection', code: 'export.nothing' }] })
  if (found.rows <= most[format]) return found
  const params = { format: format.toUpperCase(), most: most[format] }
  throw new AppError(422, 'export.too_many', {
    params,
    errors: [{ path: 'selection', code: 'export.too_many', params }],
  })
}
