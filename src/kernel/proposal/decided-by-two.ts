import { fieldOf, type ObjectType } from '../object/object-type.ts'
import type { Registry } from '../object/registry.ts'
import { name, type Sql, sql } from '../query/sql.ts'

/** Whether somebody else has agreed to a record of this object, or to a change of it. */
export function decidedByTwo(registry: Registry, type: ObjectType, id: Sql): Sql {
  const face = [...registry.objects.values()].find(({ definition }) => definition.proposal)
  const fields = face?.definition.proposal
  if (!face || !fields) return sql`false`
  const column = (field: string): Sql => name('agreed', fieldOf(face, field).columns[0]?.name ?? '')
  return sql`exists (select from ${name(face.table)} as agreed where ${column(fields.object)} = ${type.name}
    and ${column(fields.record)} = ${id}::text and ${column(fields.state)} = 'approved')`
}
