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
  const rows = await ctx.db.rows<{ object: string }>(sql`
    select distinct ${column(fields.object)} as object from proposal
    join ${name(face.table)} on ${name(face.table, 'id')} = proposal.id where proposal.owner = ${id}::uuid or ${column(fields.record)} = ${id}`)
  const asked = rows.map(({ object }) => object)
  const asking = [type, ...ctx.kernel.registry.children(type.name)].filter(
    (each) => each.guarded && asked.includes(each.name),
  )
  const pass = (source: ObjectType, conditions: readonly Sql[]): Promise<unknown> =>
    ctx.db.rows(sql`
      update ${name(face.table)} set acl_read = source.acl_read, acl_level = source.acl_level
      from ${name(source.table)} as source where ${all(conditions)}`)
  for (const target of asking) {
    const file = target === type ? 'id' : (target.parent?.column ?? 'id')
    await pass(target, [
      sql`${name('source', file)} = ${id}::uuid`,
      sql`${column(fields.object)} = ${target.name}`,
      sql`${column(fields.record)} = source.id::text`,
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
}
