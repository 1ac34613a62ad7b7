import { house } from '../access/actor.ts'
import { levelOf } from '../access/custody.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'

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
  const readers = readersOf(type)
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

function isReviewed({ definition: { custody } }: ObjectType): boolean {
  return custody.type === 'child' && custody.reviewed === true
}

/** Its file's, and those who see it whatever becomes of that. */
function readersOf(type: ObjectType): Sql {
  const { custody } = type.definition
  const people = custody.type === 'child' ? (custody.people ?? []) : []
  const columns = people.flatMap(
    (field) => type.fields.get(field)?.columns.map(({ name: column }) => name('child', column)) ?? [],
  )
  const named = columns.length
    ? sql` || coalesce((select array_agg(key) from principal where id in (${list(columns)})), '{}')`
    : sql``
  const reviewers = isReviewed(type) ? sql` || array[${house}]::integer[]` : sql``
  return sql`(file.acl_read${named}${reviewers})`
}
