import type { Locale } from '#shared/label'
import type { Context, Kernel } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import type { Registry } from '../object/registry.ts'
import type { Runner } from '../query/database.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import type { Actor } from './actor.ts'
import type { Duty } from './duties.ts'
import { givenByOthers } from './given-by-others.ts'
import { knownOnce } from './known-people.ts'
import { personalKeys, type Reading } from './personal-keys.ts'
import type { Level } from './role.ts'
import { isLive } from './sessions.ts'
import { type Standing, standingOf } from './standing.ts'

export type Person = {
  id: string
  name: string
  login: string
  role: string
  unit: string | null
  language: Locale
  /** Bounds what the roles allow; null = they alone decide. */
  clearance?: Level | null
}

type Columns = { type: ObjectType; column(field: string): Sql }

/** The object whose records sign in, with its columns by the part they play. */
export function tableOfPeople(registry: Registry): Columns & {
  parts: Record<'login' | 'role' | 'unit' | 'active' | 'language' | 'title' | 'clearance', Sql>
  /** The role of who is above all whom nobody leads. */
  top: string | null
} {
  for (const type of registry.objects.values()) {
    const { principal, title } = type.definition
    if (principal?.kind !== 'user') continue
    const column = (field: string): Sql => name('person', fieldOf(type, field).columns[0]?.name ?? '')
    const { login, role, unit, active, until, language, clearance, top = null } = principal
    const inTime = until ? sql`and coalesce(${column(until)} > now(), true)` : sql``
    const parts = {
      login: column(login),
      role: column(role),
      unit: column(unit),
      active: sql`(${column(active)} ${inTime})`,
      language: column(language),
      title: column(title),
      clearance: clearance ? sql`${column(clearance)}::integer` : sql`null::integer`,
    }
    return { type, column, parts, top }
  }
  throw new Error('No object is declared whose records sign in')
}

function personSelect(registry: Registry): Sql {
  const { parts } = tableOfPeople(registry)
  return sql`person.id, ${parts.title} as name, ${parts.login} as login, ${parts.role} as role, ${parts.unit} as unit, ${parts.language} as language, ${parts.clearance} as clearance`
}

/** Finds who may sign in under a login; deactivated and deleted persons are not there. */
export async function personByLogin(db: Runner, registry: Registry, login: string): Promise<Person | undefined> {
  const { type, parts } = tableOfPeople(registry)
  const [person] = await db.rows<Person>(sql`
    select ${personSelect(registry)} from ${name(type.table)} as person
    where lower(${parts.login}) = lower(${login}) and ${parts.active} and person.deleted_at is null limit 1`)
  return person
}

export function personById(db: Runner, registry: Registry, id: string): Promise<Person | undefined> {
  const { type, parts } = tableOfPeople(registry)
  return knownOnce(db, ['person', id], async () => {
    const [person] = await db.rows<Person>(
      sql`
      select ${personSelect(registry)} from ${name(type.table)} as person
      where person.id = ${id}::uuid and ${parts.active} and person.deleted_at is null`,
      { steady: true },
    )
    return person
  })
}

const mostPeople = 2_000

/** All who may sign in, by name. */
export async function everybody(db: Runner, registry: Registry): Promise<Person[]> {
  const { type, parts } = tableOfPeople(registry)
  return db.rows<Person>(sql`
    select ${personSelect(registry)} from ${name(type.table)} as person
    where ${parts.active} and person.deleted_at is null order by ${parts.title}, person.id limit ${mostPeople}`)
}

/** Units of people, for records that follow their owner's. */
export async function unitsOf(
  db: Runner,
  registry: Registry,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { type, parts } = tableOfPeople(registry)
  const rows = await db.rows<{ id: string; unit: string | null }>(
    sql`select person.id, ${parts.unit} as unit from ${name(type.table)} as person where person.id = any(${ids as string[]}::uuid[])`,
    { steady: true },
  )
  return new Map(rows.flatMap(({ id, unit }) => (unit ? [[id, unit] as const] : [])))
}

export async function anybody(db: Runner, registry: Registry): Promise<boolean> {
  const [row] = await db.rows(sql`select 1 from ${name(tableOfPeople(registry).type.table)} limit 1`)
  return row !== undefined
}

/** `unseen`: nobody has noted for a minute that the session is in use. */
type SessionPerson = Person & { session: string; provenAt: string | null; unseen: boolean; agent: string | null }

/** The live session behind a token and its person; one indexed query. */
export async function personBySession(
  db: Runner,
  registry: Registry,
  tokenHash: Buffer,
): Promise<SessionPerson | undefined> {
  const { type, parts } = tableOfPeople(registry)
  const [person] = await db.rows<SessionPerson>(sql`
    select session.id as session, session.proven_at as "provenAt", session.agent, session.seen_at < now() - interval '1 minute' as unseen, ${personSelect(registry)}
    from session join ${name(type.table)} as person on person.id = session.user_id
    where session.token_hash = ${tokenHash} and ${isLive} and ${parts.active} and person.deleted_at is null`)
  return person
}

type Assignments = Record<'table' | 'person' | 'role' | 'live', Sql> & { type: ObjectType }

/** Roles that people hold beside their own, read as `held`; `live` = for the time being. */
function assignments(registry: Registry): Assignments | null {
  const type = [...registry.objects.values()].find(({ definition }) => definition.principal?.kind === 'assignment')
  const principal = type?.definition.principal
  if (!type || principal?.kind !== 'assignment') return null
  const column = (field: string): Sql => name('held', fieldOf(type, field).columns[0]?.name ?? '')
  const [from, until] = [column(principal.from), column(principal.until)]
  return {
    type,
    table: name(type.table),
    person: column(principal.person),
    role: column(principal.role),
    live: sql`held.deleted_at is null and coalesce(${from} <= now(), true) and coalesce(${until} > now(), true)`,
  }
}

/** Further roles that people hold for the time being. */
async function assignedTo(
  { db, registry }: Reading,
  persons: readonly string[],
  apartFrom?: string,
): Promise<{ person: string; role: string }[]> {
  const held = assignments(registry)
  if (!held) return []
  const { table, person, role, live } = held
  return db.rows(
    sql`
    select ${person} as person, ${role} as role from ${table} as held
    where ${person} = any(${persons as string[]}::uuid[]) and ${live} ${givenByOthers(registry, { type: held.type, table: sql`held` }, apartFrom)} order by id`,
    { steady: true },
  )
}

type House = Pick<Kernel, 'registry' | 'roles'> & { db: Runner }

/** `apartFrom`: without what this person has given. */
type Apart = { apartFrom?: string }

/** What each person's roles add up to now, by the person's id; two queries, however many they are. */
export function standingsOf(
  house: House,
  persons: readonly Person[],
  { apartFrom }: Apart = {},
): Promise<ReadonlyMap<string, Standing>> {
  const of = ['standing', apartFrom, ...persons.flatMap(({ id, role, unit, clearance }) => [id, role, unit, clearance])]
  return knownOnce(house.db, of, () => addUp(house, persons, apartFrom))
}

async function addUp(
  house: House,
  persons: readonly Person[],
  apartFrom: string | undefined,
): Promise<ReadonlyMap<string, Standing>> {
  const assigned = await assignedTo(
    house,
    persons.map(({ id }) => id),
    apartFrom,
  )
  const further = Map.groupBy(assigned, ({ person }) => person)
  const holdings = persons.map((person) => {
    const codes = [person.role, ...(further.get(person.id) ?? []).map(({ role }) => role)]
    return { person, roles: codes.flatMap((code) => house.roles.get(code) ?? []) }
  })
  const keysOf = await personalKeys(house, holdings, apartFrom)
  return new Map(
    holdings.map((holding) => {
      const { person, roles } = holding
      const types = house.registry.objects.values()
      return [person.id, standingOf(roles, keysOf(holding), { types, cap: person.clearance ?? undefined })]
    }),
  )
}

/** What a person's roles add up to now. */
export async function standingOfPerson(house: House, person: Person, apart: Apart = {}): Promise<Standing> {
  const standing = (await standingsOf(house, [person], apart)).get(person.id)
  if (!standing) throw new Error('There is a standing for each person')
  return standing
}

/** A person who may sign in and has a duty at this moment. */
export async function personWithDuty({ db, kernel }: Context, id: string, duty: Duty): Promise<Person | undefined> {
  const person = await personById(db, kernel.registry, id)
  const standing = person && (await standingOfPerson({ registry: kernel.registry, roles: kernel.roles, db }, person))
  return standing?.duties.includes(duty) ? person : undefined
}

const mostWithDuty = 50

/** People who may sign in and have one of the duties at this moment, by name. */
export function peopleWithDuty(ctx: Context, duties: readonly Duty[]): Promise<Person[]> {
  const having = [...ctx.kernel.roles.values()].filter((role) => role.duties.some((duty) => duties.includes(duty)))
  const codes = having.map(({ code }) => code)
  return peopleWithRole(ctx, codes, { most: mostWithDuty })
}

/** People who may sign in and hold one of the roles at this moment, by name. */
export async function peopleWithRole(
  { db, kernel }: Context,
  codes: readonly string[],
  { apartFrom, most = mostPeople }: Apart & { most?: number } = {},
): Promise<Person[]> {
  const { registry } = kernel
  const { type, parts } = tableOfPeople(registry)
  const held = assignments(registry)
  const assigned = held
    ? sql`or exists (select from ${held.table} as held where ${held.person} = person.id and ${held.role}::text = any(${codes as string[]}::text[]) and ${held.live} ${givenByOthers(registry, { type: held.type, table: sql`held` }, apartFrom)})`
    : sql``
  return db.rows<Person>(sql`
    select ${personSelect(registry)} from ${name(type.table)} as person
    where ${parts.active} and person.deleted_at is null and (${parts.role} = any(${codes as string[]}::text[]) ${assigned})
    order by ${parts.title}, person.id limit ${most}`)
}

export function actorOf(
  person: Person,
  standing: Standing,
  { session, token = null, provenAt = null }: Pick<Actor, 'session'> & Partial<Pick<Actor, 'token' | 'provenAt'>>,
): Actor {
  const { id, name: called, role, language: locale } = person
  return { ...standing, id, name: called, role, session, token, provenAt, locale }
}

/** Ids of the active people for whom a condition on `person` holds. */
export async function peopleWhere(db: Runner, registry: Registry, condition: Sql): Promise<string[]> {
  const { type, parts } = tableOfPeople(registry)
  const rows = await db.rows<{ id: string }>(sql`
    select person.id from ${name(type.table)} as person where ${parts.active} and person.deleted_at is null and ${condition}`)
  return rows.map(({ id }) => id)
}
