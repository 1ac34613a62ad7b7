import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { load } from '../record/load.ts'
import type { Stored } from '../record/row-codec.ts'
import { faceOf, type Proposal, partsOf, readProposal } from './proposal.ts'

/** `parts`: what is done when it is approved, the proposal itself where it is one change. */
export type Waiting = { face: Stored; proposal: Proposal; parts: readonly Proposal[] }

/** A proposal that the actor may see, so that nobody else decides on it meanwhile. */
export async function lockPending(ctx: Context, id: string, states: readonly string[] = ['pending']): Promise<Waiting> {
  const { type, fields } = faceOf(ctx)
  const { values } = await load(ctx, type, id)
  if (values[fields.whole]) throw new AppError(409, 'proposal.part')
  const system = ctx.asSystem('look at a proposal')
  const about = values[fields.parts]
    ? await recordsOfParts(system, id)
    : [{ object: String(values[fields.object]), record: String(values[fields.record]) }]
  // Sent together; the server takes them in their order.
  const [proposal, face] = await system.transaction(async (tx) => {
    const locked = about.map(({ object, record }) => lockRecord(tx, tx.type(object), record))
    const read = [readProposal(tx, id, { lock: true }), load(tx, type, id)] as const
    await Promise.all([...locked, ...read])
    return Promise.all(read)
  })
  if (!proposal) throw new AppError(409, 'record.destroyed')
  const state = String(face.values[fields.state])
  if (!states.includes(state)) throw new AppError(409, 'proposal.settled', { params: { state } })
  return { face, proposal, parts: await partsOf(ctx, proposal, { lock: true }) }
}

/** The same for work by the clock: somebody may have decided, and the keys may be gone, since it was looked for. */
export async function lockWaiting(ctx: Context, id: string): Promise<Waiting | undefined> {
  try {
    return await lockPending(ctx, id)
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return undefined
    throw error
  }
}

/** In the one order in which all lock them. */
async function recordsOfParts(ctx: Context, id: string): Promise<{ object: string; record: string }[]> {
  const { type, fields } = faceOf(ctx)
  const column = (field: string): Sql => name(fieldOf(type, field).columns[0]?.name ?? '')
  return ctx.transaction((tx) =>
    tx.db.rows<{ object: string; record: string }>(sql`
      select ${column(fields.object)} as object, ${column(fields.record)} as record from ${name(type.table)}
      where ${column(fields.whole)} = ${id}::uuid order by 1, 2`),
  )
}

/** What it is about comes first, for whoever changes that: a record that moves to another file locks its proposals behind itself. */
async function lockRecord(ctx: Context, type: ObjectType, id: string): Promise<void> {
  await ctx.db.rows(sql`select 1 from ${name(type.table)} where id = ${id}::uuid for update`, { steady: true })
}

export function proposerOf(ctx: Context, face: Stored): unknown {
  return face.values[faceOf(ctx).fields.proposer]
}
