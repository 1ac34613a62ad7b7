import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { all, name, type Sql, sql } from '../query/sql.ts'
import { faceOf } from './proposal.ts'

/**
 * Change requests are seen by whoever sees what they are about, also after that has another holder, level or file, and after the
 * rule that asked for them has ended. Runs beyond the writer's sight.
 */
export async function passToProposals(ctx: Context, type: ObjectType, id: string): Promise<void> {
  const { type: face, fields } = faceOf(ctx)
  const column = (field: string): Sql => name(face.table, fieldOf(face, field).columns[0]?.name ?? '')
  const live = sql`${name(face.table, 'deleted_at')} is null`
  // Two ways by two indexes: asked for at once, the planner would look at every request that there is.
  const rows = await ctx.db.rows<{ object: string; whole: string | null }>(
    sql`
    select distinct ${column(fields.object)} as object, ${column(fields.whole)} as whole from ${name(face.table)}
    where ${name(face.table, 'id')} in (
      select id from proposal where owner = ${id}::uuid
      union select id from ${name(face.table)} where ${column(fields.record)} = ${id} and ${live})`,
    { steady: true },
  )
  const asked = rows.map(({ object }) => object)
  const asking = [type, ...ctx.kernel.registry.children(type.name)].filter(
    (each) => each.guarded && asked.includes(each.name),
  )
  const guard = (table: string): Sql => sql`(${name(table, 'acl_read')}, ${name(table, 'acl_level')})`
  const pass = (source: ObjectType, conditions: readonly Sql[]): Promise<unknown> =>
    ctx.db.rows(
      sql`
      update ${name(face.table)} set acl_read = source.acl_read, acl_level = source.acl_level
      from ${name(source.table)} as source
      where ${all([...conditions, live, sql`${guard(face.table)} is distinct from ${guard('source')}`])}`,
      { steady: true },
    )
  for (const target of asking) {
    const file = target === type ? 'id' : (target.parent?.column ?? 'id')
    await pass(target, [
      sql`${name('source', file)} = ${id}::uuid`,
      sql`${column(fields.object)} = ${target.name}`,
      target === type ? sql`${column(fields.record)} = ${id}` : sql`${column(fields.record)} = source.id::text`,
    ])
    // What would be new on the file is not there yet: it will be seen by whoever sees the file.
    if (target !== type)
      await pass(type, [
        sql`source.id = ${id}::uuid`,
        sql`${column(fields.object)} = ${target.name}`,
        sql`${column(fields.operation)} = 'create' and ${column(fields.state)} = 'pending'`,
        sql`exists (select from proposal where proposal.id = ${name(face.table, 'id')} and owner = source.id)`,
      ])
  }
  await passToWholes(ctx, [...new Set(rows.flatMap(({ whole }) => whole ?? []))])
}

/** Requests of several parts, one of which is on such a file. */
export async function wholesOf(ctx: Context, owner: string): Promise<string[]> {
  const { type: face, fields } = faceOf(ctx)
  const whole = name(face.table, fieldOf(face, fields.whole).columns[0]?.name ?? '')
  const rows = await ctx.db.rows<{ whole: string }>(sql`
    select distinct ${whole} as whole from proposal join ${name(face.table)} on ${name(face.table, 'id')} = proposal.id
    where ${whole} is not null and proposal.owner = ${owner}::uuid`)
  return rows.map((row) => row.whole)
}

/**
 * A request of several parts has the keys of all of them: the predicate of reading lets through who sees each. Runs beyond the
 * writer's sight.
 */
export async function passToWholes(ctx: Context, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const { type: face, fields } = faceOf(ctx)
  const whole = name('part', fieldOf(face, fields.whole).columns[0]?.name ?? '')
  await ctx.db.rows(sql`
    update ${name(face.table)} set acl_read = told.keys, acl_level = told.level
    from (
      select ${whole} as whole, array_agg(distinct key order by key) as keys, max(${name('part', 'acl_level')}) as level
      from ${name(face.table)} as part, unnest(${name('part', 'acl_read')}) as key
      where ${whole} = any(${ids as string[]}::uuid[]) group by 1
    ) as told where ${name(face.table, 'id')} = told.whole`)
}
