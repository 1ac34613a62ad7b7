import { AppError } from '#shared/app-error'
import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { all, name, sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'
import { keptInstead } from './merged.ts'

/** Whoever sees the record that stands for a joined one is told which it is. */
export async function refuseMerged(ctx: Context, type: ObjectType, id: string): Promise<void> {
  const into = isUuid(id) ? await keptInstead(ctx, type, id) : undefined
  if (!into) return
  const seen = await ctx.reading((tx) =>
    tx.db.rows(sql`
      select from ${name(type.table)}
      where ${all([sql`${name(type.table, 'id')} = ${into}::uuid`, sql`${name(type.table, 'deleted_at')} is null`, scope(tx, type, 'read')])}`),
  )
  if (seen.length) throw new AppError(404, 'record.merged', { params: { into } })
}
