import type { Context } from '../context.ts'
import { fieldOf } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'

/** Removes for good what ends by itself, with its history; the trail keeps that it was there. */
export async function removeEnded(ctx: Context): Promise<void> {
  for (const type of ctx.kernel.registry.objects.values()) {
    const { ends } = type.definition
    if (!ends) continue
    const field = name(fieldOf(type, ends.field).columns[0]?.name ?? '')
    await ctx.transaction((tx) =>
      tx.db.rows(sql`
        with ended as (
          delete from ${name(type.table)}
          where ${field} < now() - make_interval(days => ${ends.days}) or created_at < now() - make_interval(days => ${ends.atLatest})
          returning id
        )
        delete from field_change where object = ${type.name} and record in (select id from ended)`),
    )
  }
}
