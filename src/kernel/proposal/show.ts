import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { isHiddenNamed, veiledValue } from '../access/field-access.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { ProposedOperation } from '../object/hooks.ts'
import type { ObjectType } from '../object/object-type.ts'
import { load } from '../record/load.ts'
import { titlesOf } from '../record/references.ts'
import { causeSentence } from './cause.ts'
import { courseOf, type ToldStep } from './course.ts'
import { proposerOf } from './decide.ts'
import { faceOf, type Proposal, readProposal } from './proposal.ts'
import { barTo, isStale, signersOf, standsNow } from './signing.ts'

/** What a proposal would do, beside what stands now, as its reader may see values. */
export type ProposalView = {
  hash: string
  object: string
  record: string
  operation: ProposedOperation
  /** The file on which it stands, where there is one already. */
  file: { object: string; record: string } | null
  /** What it is about has changed since; it has to be renewed. */
  stale: boolean
  /** The step at which it stands, of how many, and how many signatures this one still waits for. */
  step: { place: number; of: number; left: number }
  /** Why the reader may not decide; null = may. */
  bar: ErrorCode | null
  /** Who could sign now; nobody once it is settled. */
  signers: string[]
  /** The rules ask for nobody any longer: brought again by its maker, it is made at once. */
  needless: boolean
  /** Why it no longer fitted when somebody signed it. */
  cause: string | null
  items: { field: string; live: unknown; proposed: unknown }[]
  /** What was asked and answered, handed on and called in. */
  course: ToldStep[]
  titles: Record<string, string>
}

export async function showProposal(ctx: Context, id: string): Promise<ProposalView> {
  const { type: face, fields } = faceOf(ctx)
  const view = await ctx.reading(async (tx) => {
    const shown = await load(tx, face, id)
    const proposal = await readProposal(tx, id)
    if (!proposal) throw new AppError(409, 'record.destroyed')
    const type = tx.type(proposal.object)
    const proposer = proposerOf(tx, shown)
    const { live, signing } = await standsNow(tx, proposal, proposer)
    const isOpen = shown.values[fields.state] === 'pending'
    const signers = isOpen ? await signersOf(tx, id, { proposer, signing }) : []
    const course = await courseOf(tx, id)
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
      file: fileOf(type, proposal),
      stale: isStale(proposal, live),
      step: { place: signing.open.place + 1, of: signing.open.of, left: signing.open.slots.length },
      bar: await barTo(tx, id, { proposer, signing }),
      signers,
      needless: isOpen && signing.needless,
      cause: proposal.cause && causeSentence(tx, type, proposal.cause),
      items,
      course,
      titles: await titlesIn(tx, type, {
        versions: [live?.values ?? {}, proposal.values],
        people: [...signers, ...course.flatMap(({ by, person }) => [by, person].filter((one) => one !== null))],
      }),
    }
  })
  await ctx.kernel.audit.write(
    auditRow(ctx, { action: 'read', object: face.name, record: id, fields: view.items.map(({ field }) => field) }),
  )
  return view
}

function fileOf({ name, parent }: ObjectType, { owner, operation }: Proposal): ProposalView['file'] {
  if (parent) return { object: parent.object, record: owner }
  return operation === 'create' || operation === 'restore' ? null : { object: name, record: owner }
}

async function titlesIn(
  ctx: Context,
  type: ObjectType,
  { versions, people }: { versions: readonly Readonly<Record<string, unknown>>[]; people: readonly string[] },
): Promise<Record<string, string>> {
  const records = [
    ...versions.map((values) => ({ createdBy: null, updatedBy: null, values: { ...values } })),
    ...people.map((createdBy) => ({ createdBy, updatedBy: null, values: {} })),
  ]
  return titlesOf(ctx, type, records)
}
