import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { ownersOf } from './answers.ts'
import type { NewPair } from './pairs.ts'

/** Whoever has the older of two learns who made it again, unless the check at entry has told already. */
export async function tellOfPairs(ctx: Context, type: ObjectType, pairs: readonly NewPair[]): Promise<void> {
  if (!pairs.length || !type.hooks.suspected) return
  // Ids grow with time.
  const rows = await ctx.db.rows<{ id: string; by: string }>(sql`
    select rows.one as id, made.created_by as by
    from unnest(${pairs.map(({ one }) => one)}::uuid[], ${pairs.map(({ other }) => other)}::uuid[]) as rows (one, other)
      join ${name(type.table)} made on made.id = rows.other and made.deleted_at is null and made.created_by is not null
    where not exists (
      select from duplicate_answer told
      where told.told and told.person = made.created_by and told.record = rows.one and told.at > made.created_at - interval '24 hours'
    )`)
  const owners = new Map(
    (
      await ownersOf(
        ctx,
        type,
        rows.map(({ id }) => id),
      )
    ).map(({ id, owner }) => [id, owner]),
  )
  for (const { id, by } of rows) {
    const owner = owners.get(id)
    if (owner) type.hooks.suspected(ctx, { id, owner, by })
  }
}
