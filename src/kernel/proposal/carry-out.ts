import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { ProposedOperation } from '../object/hooks.ts'
import type { ObjectType } from '../object/object-type.ts'
import { type Created, createMany } from '../record/create.ts'
import { remove, restore } from '../record/remove.ts'
import { update } from '../record/update.ts'
import type { Proposal } from './proposal.ts'

type HowToMake = { reason: string | undefined; suggestTo?: readonly string[] }

/** What of a proposal says what to do. */
export type ToDo = Pick<Proposal, 'object' | 'record' | 'operation' | 'version' | 'values' | 'arrival'>

/** Makes the change of one record, or asks for it where it has to wait; returns the proposal that stands instead. */
export async function carryOut(ctx: Context, proposal: ToDo, { reason, suggestTo }: HowToMake): Promise<string | null> {
  const type = ctx.type(proposal.object)
  const { record, values, version } = proposal
  const work: Record<ProposedOperation, () => Promise<{ proposed: string | null } | undefined>> = {
    create: () => make(ctx, type, proposal, reason),
    update: () => update(ctx, type, record, values, { version, reason, suggestTo }),
    delete: () => remove(ctx, type, record, { version, reason }),
    restore: () => restore(ctx, type, record, { version }),
  }
  return (await work[proposal.operation]())?.proposed ?? null
}

/** What a list has brought is made as the list would have: what could not be read stays to be completed. */
async function make(
  ctx: Context,
  type: ObjectType,
  { record: id, values: input, arrival }: ToDo,
  reason: string | undefined,
): Promise<Created | undefined> {
  const lenient = arrival !== undefined
  const [made] = await createMany(ctx, type, [{ id, input, ...arrival }], { reason, lenient, past: lenient })
  const [bad] = made?.errors ?? []
  if (bad) throw new AppError(422, bad.code, { params: bad.params })
  return made
}
