import { isReviewed, levelOf, readersBeside } from '../access/custody.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'

const batchSize = 5_000

/** What lives on files and is not seen, changed and levelled as its file is; the next ones by id, and where they end. */
export async function nextStrays(
  ctx: Context,
  type: ObjectType,
  after: string,
): Promise<{ strays: string[]; looked: number; last: string | null }> {
  const { parent } = type
  if (!parent) throw new Error(`${type.name} lives on no file`)
  const file = ctx.type(parent.object)
  const work = file.definition.team ? sql`coalesce(file.acl_work, file.acl_write)` : sql`file.acl_write`
  const readers = sql`(file.acl_read${readersBeside(type, 'child')})`
  const level = isReviewed(type) ? sql`${levelOf(type, {})}` : sql`file.acl_level`
  const rows = await ctx.db.tuples(sql`
    select child.id, child.acl_read <@ ${readers} and child.acl_read @> ${readers} and child.acl_write = ${work} and child.acl_level = ${level}
    from (select * from ${name(type.table)} where id > ${after}::uuid order by id limit ${batchSize}) as child
      left join ${name(file.table)} as file on file.id = ${name('child', parent.column)} order by child.id`)
  return {
    strays: rows.filter(([, same]) => same !== true).map(([id]) => String(id)),
    looked: rows.length,
    last: rows.length === batchSize ? String(rows.at(-1)?.[0]) : null,
  }
}
