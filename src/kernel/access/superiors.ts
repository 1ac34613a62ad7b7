import type { Context } from '../context.ts'
import { fieldOf } from '../object/object-type.ts'
import type { Registry } from '../object/registry.ts'
import type { Runner } from '../query/database.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { knownOnce } from './known-people.ts'
import { type Person, personById, tableOfPeople } from './people.ts'
import { isLiveHolder } from './principals.ts'

/**
 * Who leads the unit of a person, or the first above it that somebody else leads who may sign in; where nobody does, who heads the
 * company, of several whoever came first.
 */
export function superiorOf({ db, kernel: { registry } }: Context, id: string): Promise<Person | undefined> {
  return knownOnce(db, ['superior', id], () => findSuperior(db, registry, id))
}

async function findSuperior(db: Runner, registry: Registry, id: string): Promise<Person | undefined> {
  const type = [...registry.objects.values()].find(({ definition }) => definition.principal?.kind === 'unit')
  const principal = type?.definition.principal
  if (!type || principal?.kind !== 'unit' || !principal.manager) return undefined
  const column = (field: string): Sql => name('above', fieldOf(type, field).columns[0]?.name ?? '')
  const { type: persons, parts, top } = tableOfPeople(registry)
  const [row] = await db.rows<{ id: string }>(
    sql`
    with recursive tree(id, height) as (
      select ${parts.unit}, 0 from ${name(persons.table)} as person where person.id = ${id}::uuid
      union select ${column(principal.parent)}, height + 1 from ${name(type.table)} as above join tree on tree.id = above.id
        where height < ${highestUnit}
    ),
    leaders(id, height) as (
      select ${column(principal.manager)}, height from tree join ${name(type.table)} as above on above.id = tree.id and above.deleted_at is null
      union all select person.id, ${highestUnit + 1} from ${name(persons.table)} as person where ${parts.role} = ${top}
    )
    select person.id from leaders join ${name(persons.table)} as person on person.id = leaders.id
    where person.id <> ${id}::uuid and ${parts.active} and person.deleted_at is null order by height, person.id limit 1`,
    { steady: true },
  )
  return row && personById(db, registry, row.id)
}

const highestUnit = 20

/** Those of whom somebody among these is absent and who stand in for them at this moment. */
export function deputiesOf({ db }: Context, absent: readonly string[]): Promise<string[]> {
  return knownOnce(db, ['deputies', ...absent], async () => {
    const rows = await db.rows<{ grantee: string }>(
      sql`
      select grantee from principal as held
      where stands_for = any(${absent as string[]}::uuid[]) and grantee is not null and ${isLiveHolder('held')}`,
      { steady: true },
    )
    return rows.map(({ grantee }) => grantee)
  })
}
