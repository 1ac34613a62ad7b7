import type { Locale } from '#shared/label'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import type { Registry } from '../object/registry.ts'
import type { Runner } from '../query/database.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { type Actor, everything } from './actor.ts'

/** Which records a role's keys reach: all, those of the own units and below, or the own ones. */
export type Reach = 'all' | 'units' | 'own'

export type Person = { id: string; name: string; login: string; role: string; unit: string | null; language: Locale }

type Columns = { type: ObjectType; column(field: string): Sql }

/** The object whose records sign in, with its columns by the part they play. */
function people(
  registry: Registry,
): Columns & { parts: { login: Sql; role: Sql; unit: Sql; active: Sql; language: Sql; title: Sql } } {
  for (const type of registry.objects.values()) {
    const { principal, title } = type.definition
    if (principal?.kind !== 'user') continue
    const column = (field: string): Sql => name('person', fieldOf(type, field).columns[0]?.name ?? '')
    const { login, role, unit, active, language } = principal
    const parts = {
      login: column(login),
      role: column(role),
      unit: column(unit),
      active: column(active),
      language: column(language),
      title: column(title),
    }
    return { type, column, parts }
  }
  throw new Error('No object is declared whose records sign in')
}

function personSelect(registry: Registry): Sql {
  const { parts } = people(registry)
  return sql`person.id, ${parts.title} as name, ${parts.login} as login, ${parts.role} as role, ${parts.unit} as unit, ${parts.language} as language`
}

/** Finds who may sign in under a login; deactivated and deleted persons are not there. */
export async function personByLogin(db: Runner, registry: Registry, login: string): Promise<Person | undefined> {
  const { type, parts } = people(registry)
  const [person] = await db.rows<Person>(sql`
    select ${personSelect(registry)} from ${name(type.table)} as person
    where lower(${parts.login}) = lower(${login}) and ${parts.active} and person.deleted_at is null limit 1`)
  return person
}

export async function personById(db: Runner, registry: Registry, id: string): Promise<Person | undefined> {
  const { type, parts } = people(registry)
  const [person] = await db.rows<Person>(sql`
    select ${personSelect(registry)} from ${name(type.table)} as person
    where person.id = ${id}::uuid and ${parts.active} and person.deleted_at is null`)
  return person
}

/** Units of people, for records that follow their owner's. */
export async function unitsOf(
  db: Runner,
  registry: Registry,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { type, parts } = people(registry)
  const rows = await db.rows<{ id: string; unit: string | null }>(
    sql`select person.id, ${parts.unit} as unit from ${name(type.table)} as person where person.id = any(${ids as string[]}::uuid[])`,
    { steady: true },
  )
  return new Map(rows.flatMap(({ id, unit }) => (unit ? [[id, unit] as const] : [])))
}

export async function anybody(db: Runner, registry: Registry): Promise<boolean> {
  const [row] = await db.rows(sql`select 1 from ${name(people(registry).type.table)} limit 1`)
  return row !== undefined
}

/** The live session behind a token and its person; one indexed query. */
export async function personBySession(
  db: Runner,
  registry: Registry,
  tokenHash: Buffer,
): Promise<(Person & { session: string }) | undefined> {
  const { type, parts } = people(registry)
  const [person] = await db.rows<Person & { session: string }>(sql`
    select session.id as session, ${personSelect(registry)} from session join ${name(type.table)} as person on person.id = session.user_id
    where session.token_hash = ${tokenHash} and session.expires_at > now() and ${parts.active} and person.deleted_at is null`)
  return person
}

/** Keys of a person: everything, or the own key, with those of all units at and below the own one where the role reaches them. */
export async function keysOfPerson(db: Runner, registry: Registry, person: Person, reach: Reach): Promise<number[]> {
  if (reach === 'all') return [everything]
  const units = reach === 'units' && person.unit ? unitsBelow(registry, person.unit) : sql`select null::uuid`
  const rows = await db.rows<{ key: number }>(
    sql`select key from principal where id = ${person.id}::uuid or id in (${units}) order by key`,
  )
  return rows.map(({ key }) => key)
}

function unitsBelow(registry: Registry, unit: string): Sql {
  const type = [...registry.objects.values()].find(({ definition }) => definition.principal?.kind === 'unit')
  const principal = type?.definition.principal
  if (!type || principal?.kind !== 'unit') throw new Error('No object is declared whose records are units')
  const parent = name('below', fieldOf(type, principal.parent).columns[0]?.name ?? '')
  return sql`
    with recursive tree(id) as (
      select ${unit}::uuid union select below.id from ${name(type.table)} as below join tree on ${parent} = tree.id
    ) select id from tree`
}

export function actorOf(
  person: Person,
  access: Pick<Actor, 'keys' | 'session' | 'duties'> & { provenAt?: string | null },
): Actor {
  return {
    id: person.id,
    name: person.name,
    role: person.role,
    keys: access.keys,
    session: access.session,
    duties: access.duties,
    provenAt: access.provenAt ?? null,
    locale: person.language,
  }
}
