import { AppError } from '#shared/app-error'
import type { Label } from '#shared/label'
import { type Operation, operations } from '#shared/wire'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { countUpTo } from '../query/count.ts'
import { all, name, sql } from '../query/sql.ts'
import { load } from '../record/load.ts'
import { loadTitles, peopleType } from '../record/references.ts'
import { actorOf, everybody, type Person, personById, standingOfPerson, standingsOf } from './people.ts'
import { allows, ruling, scope } from './scope.ts'
import type { Standing } from './standing.ts'

/** Why somebody reaches a record: all are theirs, they hold it, their unit does, it is shared with them, or they stand in for who holds it. */
type Ground = { kind: 'all' | 'person' | 'unit' | 'share' | 'deputy' | 'reference'; name: string }

export type Seer = { id: string; name: string; roles: Label[]; rights: Operation[]; grounds: Ground[] }

type Guarded = { read: readonly number[]; write: readonly number[]; level: number }

/** Everybody who may see a record, with what they may do and why. For those who may change it, or look after rights or the trail. */
export async function whoSees(ctx: Context, type: ObjectType, id: string): Promise<Seer[]> {
  const officer = ctx.actor.duties.some((duty) => duty === 'roles' || duty === 'trail')
  const asker = officer ? ctx.asSystem('explain who sees a record') : ctx
  return asker.transaction(async (tx) => {
    const record = await load(tx, type, id)
    if (!officer && !record.writable) throw new AppError(403, 'access.forbidden')
    const system = tx.asSystem('explain who sees a record')
    const guard = await guardOf(system, type, id)
    const persons = await everybody(system.db, ctx.kernel.registry)
    const standings = await standingsOf({ ...ctx.kernel, db: system.db }, persons)
    const readers = persons.flatMap((person) => {
      const standing = standings.get(person.id)
      return standing ? [inPlaceOf(system, person, standing)] : []
    })
    const rightsOf = (reader: Context): Operation[] =>
      operations.filter((right) => holdsRight(reader, type, right, { guard, values: record.values }))
    const seers = readers
      .map((reader) => ({ reader, rights: rightsOf(reader) }))
      .filter(({ rights }) => rights.includes('read'))
    const groundsFor = await grounds(
      system,
      seers.map(({ reader }) => reader),
      { type, guard },
    )
    await ctx.kernel.audit.write(auditRow(ctx, { action: 'explain', object: type.name, record: id }))
    return seers.map(({ reader, rights }) => ({
      id: reader.actor.id ?? '',
      name: reader.actor.name,
      roles: reader.actor.roles.flatMap((code) => ctx.kernel.roles.get(code)?.label ?? []),
      rights,
      grounds: groundsFor(reader),
    }))
  })
}

function inPlaceOf(ctx: Context, person: Person, standing: Standing): Context {
  return ctx.with({ actor: actorOf(person, standing, { session: null }), systemReason: null })
}

async function guardOf(ctx: Context, type: ObjectType, id: string): Promise<Guarded | null> {
  if (!type.guarded) return null
  const [row] = await ctx.db.rows<Guarded>(
    sql`select acl_read as read, acl_write as write, acl_level as level from ${name(type.table)} where id = ${id}::uuid`,
  )
  return row ?? { read: [], write: [], level: 3 }
}

/** The decision about one record, in memory: right, scope, clearance and policy, as the predicate has it. */
function holdsRight(
  reader: Context,
  type: ObjectType,
  right: Operation,
  { guard, values }: { guard: Guarded | null; values: Record<string, unknown> },
): boolean {
  const keys = reader.actor.reach(type, right)
  if (!keys || right === 'create' || right === 'import' || !allows(reader, type, right, values)) return false
  if (!guard) return true
  const acl = right === 'update' || right === 'delete' ? guard.write : guard.read
  return guard.level <= reader.actor.clearance && acl.some((key) => keys.includes(key))
}

/** On which grounds readers reach a record; as many queries for many readers as for one. */
async function grounds(
  ctx: Context,
  readers: readonly Context[],
  { type, guard }: { type: ObjectType; guard: Guarded | null },
): Promise<(reader: Context) => Ground[]> {
  if (!guard) return () => [{ kind: 'reference', name: '' }]
  const keysOf = (reader: Context): number[] =>
    (reader.actor.reach(type, 'read') ?? []).filter((key) => guard.read.includes(key))
  const rows = await ctx.db.rows<{ key: number; kind: string; id: string }>(
    sql`select key, kind, id from principal where key = any(${[...new Set(readers.flatMap(keysOf))]}::integer[]) order by key`,
    { steady: true },
  )
  const titles = await titlesOfHolders(
    ctx,
    rows.map(({ id }) => id),
  )
  return (reader) => {
    const keys = new Set(keysOf(reader))
    return rows
      .filter(({ key }) => keys.has(key))
      .map(({ kind, id }) => ({ kind: groundOf(kind, id, reader), name: titles[id] ?? '' }))
  }
}

function groundOf(kind: string, id: string, reader: Context): Ground['kind'] {
  if (kind === 'everything') return 'all'
  if (kind === 'user') return id === reader.actor.id ? 'person' : 'deputy'
  return kind === 'unit' || kind === 'share' ? kind : 'reference'
}

async function titlesOfHolders(ctx: Context, ids: readonly string[]): Promise<Record<string, string>> {
  const titles: Record<string, string> = {}
  for (const type of ctx.kernel.registry.objects.values()) {
    const { principal } = type.definition
    if (principal?.kind === 'user' || principal?.kind === 'unit')
      Object.assign(titles, await loadTitles(ctx, type, ids))
  }
  return titles
}

export type Reached = { object: string; label: Label; rights: Operation[]; count: number; exact: boolean }

/** What a person can reach: rights and number of records, object by object. Counts alone, so that nobody sees data by it. */
export async function whatReaches(
  ctx: Context,
  id: string,
): Promise<{ roles: Label[]; clearance: number; objects: Reached[] }> {
  if (id !== ctx.actor.id && !ctx.actor.duties.some((duty) => duty === 'roles' || duty === 'trail'))
    throw new AppError(403, 'access.forbidden')
  const person = await personById(ctx.db, ctx.kernel.registry, id)
  if (!person || !peopleType(ctx)) throw new AppError(404, 'request.not_found')
  const reader = inPlaceOf(ctx, person, await standingOfPerson({ ...ctx.kernel, db: ctx.db }, person))
  const objects = await reader.transaction(async (tx) => {
    const found: Reached[] = []
    for (const type of tx.kernel.registry.objects.values()) {
      const rights = operations.filter((right) => ruling(tx, type, right) !== false)
      if (rights.includes('read'))
        found.push({ ...(await countReach(tx, type)), object: type.name, label: type.definition.label, rights })
    }
    return found
  })
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'explain', object: peopleType(ctx)?.name, record: id }))
  const roles = reader.actor.roles.flatMap((code) => ctx.kernel.roles.get(code)?.label ?? [])
  return { roles, clearance: reader.actor.clearance, objects }
}

async function countReach(ctx: Context, type: ObjectType): Promise<{ count: number; exact: boolean }> {
  const seen = all([scope(ctx, type, 'read'), sql`${name(type.table, 'deleted_at')} is null`])
  const { total, totalExact } = await countUpTo(ctx.db, sql`from ${name(type.table)} where ${seen}`)
  return { count: total, exact: totalExact }
}
