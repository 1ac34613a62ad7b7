import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { isHiddenNamed, veiledValue } from '../access/field-access.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { ProposedOperation } from '../object/hooks.ts'
import type { ObjectType } from '../object/object-type.ts'
import { load } from '../record/load.ts'
import { titlesOf } from '../record/references.ts'
import type { Stored } from '../record/row-codec.ts'
import { barTo } from './decide.ts'
import { faceOf, type Proposal, readProposal } from './proposal.ts'

/** What a proposal would do, beside what stands now, as its reader may see values. */
export type ProposalView = {
  hash: string
  object: string
  record: string
  operation: ProposedOperation
  /** What it is about has changed since; it has to be renewed. */
  stale: boolean
  /** Why the reader may not decide; null = may. */
  bar: ErrorCode | null
  items: { field: string; live: unknown; proposed: unknown }[]
  titles: Record<string, string>
}

export async function showProposal(ctx: Context, id: string): Promise<ProposalView> {
  const { type: face } = faceOf(ctx)
  const view = await ctx.reading(async (tx) => {
    const shown = await load(tx, face, id)
    const proposal = await readProposal(tx, id)
    if (!proposal) throw new AppError(409, 'record.destroyed')
    const type = tx.type(proposal.object)
    const live = await liveRecord(tx, type, proposal)
    const items = Object.entries(proposal.values)
      .filter(([field]) => type.fields.has(field) && !isHiddenNamed(tx, type, field))
      .map(([field, value]) => ({
        field,
        live: veiledValue(tx, type, field, live?.values[field] ?? null),
        proposed: veiledValue(tx, type, field, value),
      }))
    return {
      hash: proposal.hash,
      object: proposal.object,
      record: proposal.record,
      operation: proposal.operation,
      stale: proposal.operation !== 'create' && live?.version !== proposal.version,
      bar: barTo(tx, shown, proposal),
      items,
      titles: await titlesIn(tx, type, [live?.values ?? {}, proposal.values]),
    }
  })
  await ctx.kernel.audit.write(
    auditRow(ctx, { action: 'read', object: face.name, record: id, fields: view.items.map(({ field }) => field) }),
  )
  return view
}

/** What the proposal is about, as it stands; who sees the one sees the other. */
async function liveRecord(ctx: Context, type: ObjectType, { record, operation }: Proposal): Promise<Stored | null> {
  if (operation === 'create') return null
  const system = ctx.asSystem('show beside a proposal')
  try {
    return await system.reading((tx) => load(tx, type, record, { deleted: operation === 'restore' }))
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return null
    throw error
  }
}

async function titlesIn(
  ctx: Context,
  type: ObjectType,
  versions: readonly Readonly<Record<string, unknown>>[],
): Promise<Record<string, string>> {
  const records = versions.map((values) => ({ createdBy: null, updatedBy: null, values: { ...values } }))
  return titlesOf(ctx, type, records)
}
