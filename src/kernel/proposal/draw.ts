import { AppError } from '#shared/app-error'
import { authorize, scope } from '../access/scope.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { fieldOf } from '../object/object-type.ts'
import { all, name, sql } from '../query/sql.ts'
import { faceOf } from './proposal.ts'

/** How many may be decided on together. */
export const mostTogether = 2_000

/** `requests`: those of the asked for that the reader can decide on together; `sample`: those of them to look at first. */
export type Draw = { requests: string[]; sample: string[] }

/** Draws from proposals those that somebody looks at before deciding on all of them with one word. */
export async function drawProposals(ctx: Context, ids: readonly string[]): Promise<Draw> {
  const open = await openTo(ctx, ids)
  const requests = [...open.keys()]
  const sample = sampleOf(ctx, requests)
  const detail = { as: 'draw', of: requests.length }
  const { type } = faceOf(ctx)
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'list', object: type.name, records: sample, detail }))
  return { requests, sample }
}

/**
 * The proposals among these that wait and that the actor sees and did not make, with the hash of what they would do. What asks for
 * somebody's duty, such as rights or exports, is decided on by itself.
 */
export async function openTo(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const { type, fields } = faceOf(ctx)
  authorize(ctx, type, 'read')
  if (ctx.actor.id === null || ctx.actor.token !== null) throw new AppError(403, 'access.forbidden')
  const column = (field: string) => name(type.table, fieldOf(type, field).columns[0]?.name ?? '')
  const rows = await ctx.reading((tx) =>
    tx.db.rows<{ id: string; hash: Buffer }>(sql`
      select ${name(type.table, 'id')}, proposal.hash from ${name(type.table)}
      join proposal on proposal.id = ${name(type.table, 'id')} and proposal.duties = '{}'
      where ${all([
        sql`${name(type.table, 'id')} = any(${ids as string[]}::uuid[])`,
        sql`${column(fields.state)} = 'pending' and ${column(fields.proposer)} <> ${ctx.actor.id}::uuid`,
        // What changes many records at once is looked at by itself.
        sql`${column(fields.whole)} is null and ${column(fields.parts)} is null`,
        sql`${name(type.table, 'deleted_at')} is null`,
        scope(tx, type, 'read'),
      ])} order by 1`),
  )
  return new Map(rows.map(({ id, hash }) => [id, hash.toString('hex')]))
}

/** Every tenth, five at least and fifty at most, as auditors draw from what is alike. */
function sizeOf(all: number): number {
  return Math.min(all, 50, Math.max(5, Math.ceil(all / 10)))
}

/**
 * Each proposal has its place in the draw of a reader, by a key that nobody reads: its maker cannot foresee whether it will be looked
 * at, and who draws again, or with others beside it, meets it again.
 */
export function sampleOf(ctx: Context, ids: readonly string[]): string[] {
  const key = ctx.kernel.codec.index()
  const placed = ids.map((id) => ({ id, place: key.hash('draw of proposals', `${ctx.actor.id} ${id}`) }))
  placed.sort((one, other) => one.place.compare(other.place))
  return placed.slice(0, sizeOf(ids.length)).map(({ id }) => id)
}
