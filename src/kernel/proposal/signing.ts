import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import type { Duty } from '../access/duties.ts'
import { actorOf, peopleWithDuty, standingOfPerson } from '../access/people.ts'
import { ruling, scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { PendingChange } from '../object/hooks.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { changedFields } from '../record/changed-fields.ts'
import { load } from '../record/load.ts'
import type { Stored } from '../record/row-codec.ts'
import { faceOf, type Proposal, readProposal } from './proposal.ts'

/** Who may sign a proposal, as the rules stand now. */
export type Signing = {
  duties: readonly Duty[]
  /** Who would gain by it. */
  except: readonly string[]
  /** The rules ask for nobody any longer: brought again by its maker, it is made at once. */
  needless: boolean
}

/** What a proposal is about, as it stands, and who may sign. Where the rules ask for nobody any longer, those may whom they asked for when it was made. */
export async function standsNow(ctx: Context, proposal: Proposal): Promise<{ live: Stored | null; signing: Signing }> {
  const system = ctx.asSystem('look at what a proposal is about')
  const type = ctx.type(proposal.object)
  const live = await system.reading((tx) => liveRecord(tx, type, proposal))
  const change = changeOf(type, proposal, live)
  const asked = change && type.hooks.approval ? await type.hooks.approval(system, change) : null
  if (asked && asked !== 'alone') return { live, signing: { except: [], ...asked, needless: false } }
  return { live, signing: { duties: proposal.duties, except: [], needless: change !== null } }
}

async function liveRecord(ctx: Context, type: ObjectType, { record, operation }: Proposal): Promise<Stored | null> {
  if (operation === 'create') return null
  try {
    return await load(ctx, type, record, { deleted: operation === 'restore' })
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return null
    throw error
  }
}

/** The change as it would be made now; null where what it is about has gone. */
function changeOf(
  type: ObjectType,
  { operation, record: id, values }: Proposal,
  live: Stored | null,
): PendingChange | null {
  if (operation === 'create')
    return {
      operation,
      id,
      before: null,
      after: values,
      fields: Object.keys(values).filter((field) => values[field] !== null),
    }
  if (!live) return null
  const before = live.values
  if (operation === 'delete') return { operation, id, before, after: null, fields: [] }
  if (operation === 'restore') return { operation, id, before: null, after: before, fields: [] }
  const after = { ...before, ...values }
  return { operation, id, before, after, fields: changedFields(type, before, after).map(({ name }) => name) }
}

type Bar = Extract<ErrorCode, 'proposal.own' | 'access.own_rights' | 'access.forbidden'>

/** Why the actor does not decide; null = may. Nobody decides on their own, nor on what they would gain by, and programs on nothing. */
export function barTo({ actor }: Context, proposer: unknown, { duties, except }: Signing): Bar | null {
  if (actor.id === null || actor.token !== null) return 'access.forbidden'
  if (proposer === actor.id) return 'proposal.own'
  if (except.includes(actor.id)) return 'access.own_rights'
  return duties.some((duty) => actor.duties.includes(duty)) ? null : 'access.forbidden'
}

/** Who could sign a proposal that waits; nobody once it is settled. */
export async function signersWaitedFor(ctx: Context, id: string): Promise<string[]> {
  const { type, fields } = faceOf(ctx)
  return ctx.asSystem('look for who could sign').reading(async (tx) => {
    const { values } = await load(tx, type, id)
    const proposal = values[fields.state] === 'pending' ? await readProposal(tx, id) : undefined
    if (!proposal) return []
    const { signing } = await standsNow(tx, proposal)
    return signersOf(tx, id, { proposer: values[fields.proposer], signing })
  })
}

/** Who else could sign now: has a duty, sees the request, and neither made it nor gains by it. */
export async function signersOf(
  ctx: Context,
  id: string,
  { proposer, signing }: { proposer: unknown; signing: Signing },
): Promise<string[]> {
  const { type } = faceOf(ctx)
  const system = ctx.asSystem('look for who could sign')
  const signers: string[] = []
  for (const person of await peopleWithDuty(ctx, signing.duties)) {
    if (person.id === proposer || signing.except.includes(person.id)) continue
    const standing = await standingOfPerson({ ...ctx.kernel, db: ctx.db }, person)
    const reader = ctx.with({ actor: actorOf(person, standing, { session: null }), systemReason: null })
    if (await system.reading((tx) => isSeenBy(tx, reader, type, id))) signers.push(person.id)
  }
  return signers
}

async function isSeenBy(system: Context, reader: Context, type: ObjectType, id: string): Promise<boolean> {
  if (ruling(reader, type, 'read') === false) return false
  const [row] = await system.db.rows(
    sql`select 1 from ${name(type.table)} where id = ${id}::uuid and ${scope(reader, type, 'read')}`,
  )
  return row !== undefined
}
