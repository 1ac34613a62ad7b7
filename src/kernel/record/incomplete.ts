import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'

/**
 * What is open on a child is open on its file: `contact.phone` among the file's own fields to complete.
 * Runs after a child's own list changed.
 */
export async function passIncomplete(ctx: Context, child: ObjectType, parentIds: readonly string[]): Promise<void> {
  if (!child.parent || !parentIds.length) return
  const parent = ctx.type(child.parent.object)
  if (!parent.guarded) return
  const prefix = `${child.name}.`
  await ctx.db.rows(sql`
    update ${name(parent.table)} set incomplete =
      array(select open.field from unnest(${name(parent.table, 'incomplete')}) as open(field) where not starts_with(open.field, ${prefix}))
      || array(select distinct ${prefix} || open.field from ${name(child.table)} as child, unnest(child.incomplete) as open(field)
           where ${name('child', child.parent.column)} = ${name(parent.table, 'id')} and child.deleted_at is null order by 1)
    where id = any(${parentIds as string[]}::uuid[])`)
}
