import { AppError } from '#shared/app-error'
import type { Filter } from '#shared/filter'
import { testFilter } from '#shared/filter-test'
import type { Operation } from '#shared/wire'
import type { Context } from '../context.ts'
import type { ProposalFields } from '../object/define-object.ts'
import { fieldOf, type ObjectType, type OffModule } from '../object/object-type.ts'
import { filterSql } from '../query/filter-sql.ts'
import { parseRule } from '../query/parse-filter.ts'
import { all, any, name, type Sql, sql } from '../query/sql.ts'
import { everything, highestLevel, systemActor } from './actor.ts'
import { consented } from './consent.ts'

/** What role and policy say of an operation: no, yes, or yes for records that meet a filter. Deny by default. */
export function ruling(ctx: Context, type: ObjectType, operation: Operation): boolean | Filter {
  if (ctx.systemReason) return true
  if (type.off) return false
  if (!ctx.actor.reach(type, operation) || !isOffered(type, operation)) return false
  const limit = type.policy?.limits[operation]
  // A limit's filter is typed by its object's fields; here any object's is read.
  return limit ? (limit(ctx.actor) as boolean | Filter) : true
}

/** Some operations are never anybody's: the policy forbids them to all, or there is nothing that could be revealed. */
export function isOffered(type: ObjectType, operation: Operation | 'verify'): boolean {
  if (operation === 'verify') return type.verified.length > 0
  if (operation === 'reveal') return [...type.fields.values()].some(({ field }) => field.level > 1)
  return type.policy?.limits[operation]?.(systemActor) !== false
}

/** Refuses the whole operation where no record could be allowed. */
export function authorize(ctx: Context, type: ObjectType, operation: Operation): boolean | Filter {
  const rule = ruling(ctx, type, operation)
  if (rule === false && type.off) throw moduleOff(ctx, type.off)
  if (rule === false) throw new AppError(403, 'access.forbidden')
  return rule
}

/** What is switched off is not there; whoever asks for it learns why, as the pages tell everybody which parts there are. */
export function moduleOff({ locale }: Context, { label }: OffModule): AppError {
  return new AppError(404, 'module.off', { params: { module: label[locale] } })
}

/**
 * The one predicate of all reading and counting: keys with which the right is held meet the record's acl, its level is within
 * the clearance, the policy's filter holds, and there is consent where the purpose needs it. Row-level security repeats the
 * first two below every query.
 */
export function scope(ctx: Context, type: ObjectType, operation: Operation): Sql {
  return all([...guard(ctx, type, operation), ...ruled(ctx, type, operation)])
}

/**
 * The same predicate for a list that is read in its order. The planner takes it and row-level security's for independent:
 * as an operator twice, a twentieth of the list looks like a four-hundredth, worth fetching whole and sorting. In this
 * form the policy's estimate counts, and its index is there for those who see little. Of all such forms this one is known
 * to leak nothing, so that it may be tested before the policy, which reads the keys anew for every row that it looks at.
 */
export function scopeInOrder(ctx: Context, type: ObjectType): Sql {
  return all([
    ...guard(ctx, type, 'read').map((condition) => sql`case when ${condition} then true else false end`),
    ...ruled(ctx, type, 'read'),
  ])
}

function guard(ctx: Context, type: ObjectType, operation: Operation): Sql[] {
  if (!type.guarded) return []
  // Every record has the key of those who see all.
  const held = ctx.actor.reach(type, operation)?.includes(everything) ? [] : [holds(ctx, type, operation)]
  const further = [
    ...held,
    ...aboutSeen(ctx, type),
    ...consented(ctx, type),
    ...notBlind(ctx, type),
    ...notBlindAbout(ctx, type, type.table),
  ]
  return ctx.actor.clearance === highestLevel ? further : [...further, cleared(ctx, type)]
}

/**
 * What is about a record of any object is seen with the right to read that object, and by its keys: who may read such requests
 * everywhere, but that object not at all, sees none of them.
 */
function aboutSeen(ctx: Context, type: ObjectType): Sql[] {
  const { definition, table } = type
  const { custody } = definition
  if (ctx.systemReason) return []
  if (definition.about) return [toldOfSeen(ctx, type, definition.about)]
  if (custody.type !== 'about') return []
  const seen = aboutSeenAs(ctx, type, { custody, alias: table })
  return [definition.proposal ? any(wholeSeen(ctx, type, { custody, proposal: definition.proposal, seen })) : seen]
}

type About = Extract<ObjectType['definition']['custody'], { type: 'about' }>

/** `alias`: how the statement calls the table. */
function aboutSeenAs(
  ctx: Context,
  { name: own, fields }: ObjectType,
  { custody, alias }: { custody: About; alias: string },
): Sql {
  const column = (field: string): Sql => name(alias, fields.get(field)?.columns[0]?.name ?? field)
  const [object, record] = [column(custody.object), column(custody.record)]
  const open: string[] = []
  const held = new Map<string, string[]>()
  const ways: Sql[] = []
  for (const target of ctx.kernel.registry.objects.values()) {
    // What tells of records is not what a request is about.
    const rule = target.name === own || target.definition.about ? false : ruling(ctx, target, 'read')
    if (rule === false) continue
    if (typeof rule === 'object') ways.push(all([sql`${object} = ${target.name}`, isSeen(ctx, target, record)]))
    else if (!target.guarded) open.push(target.name)
    else {
      const keys = keysLiteral(ctx, target, 'read')
      held.set(keys, [...(held.get(keys) ?? []), target.name])
    }
  }
  ways.push(sql`${object} = any(${open}::text[])`)
  for (const [keys, names] of held)
    ways.push(sql`(${object} = any(${names}::text[]) and ${name(alias, 'acl_read')} && ${keys}::int[])`)
  return any(ways)
}

/** A request of several parts is seen by whoever sees each of them; `seen`: any other, as it says itself. */
function wholeSeen(
  ctx: Context,
  type: ObjectType,
  { custody, proposal, seen }: { custody: About; proposal: ProposalFields; seen: Sql },
): Sql[] {
  const column = (table: string, field: string): Sql => name(table, fieldOf(type, field).columns[0]?.name ?? '')
  const parts = all([
    sql`${column('part', proposal.whole)} = ${name(type.table, 'id')}`,
    sql`${name('part', 'acl_read')} && ${keysLiteral(ctx, type, 'read')}::int[]`,
    sql`${name('part', 'acl_level')} <= ${sql.raw(String(ctx.actor.clearance))}`,
    aboutSeenAs(ctx, type, { custody, alias: 'part' }),
    ...notBlindAbout(ctx, type, 'part'),
  ])
  const count = column(type.table, proposal.parts)
  return [
    sql`(${count} is null and ${seen})`,
    sql`${count} = (select count(*) from ${name(type.table)} as part where ${parts})`,
  ]
}

/** What tells of a record that its reader cannot see any more is not there either. */
function toldOfSeen(
  ctx: Context,
  { table, fields }: ObjectType,
  { object, record, of, live }: NonNullable<ObjectType['definition']['about']>,
): Sql {
  const column = (field: string): Sql => name(table, fields.get(field)?.columns[0]?.name ?? field)
  const ways = [...ctx.kernel.registry.objects.values()].flatMap((target) => {
    const isTold = of ? of.includes(target.name) : !target.definition.about
    if (!isTold || ruling(ctx, target, 'read') === false) return []
    const seen = all([
      sql`${name(target.table, 'id')} = ${column(record)}::uuid`,
      ...(live ? [sql`${name(target.table, 'deleted_at')} is null`] : []),
      scope(ctx, target, 'read'),
    ])
    return [sql`(${column(object)} = ${target.name} and exists (select from ${name(target.table)} where ${seen}))`]
  })
  return any([sql`${column(record)} is null`, ...ways])
}

function isSeen(ctx: Context, target: ObjectType, record: Sql): Sql {
  return sql`exists (select from ${name(target.table)} where ${name(target.table, 'id')}::text = ${record} and ${scope(ctx, target, 'read')})`
}

/** What somebody is to key again unseen is out of their sight until they have: in lists, counts, search, history and events alike. */
function notBlind(ctx: Context, type: ObjectType): Sql[] {
  const blind = blinding(ctx, type, sql`${name(type.table, 'id')}::text`)
  return blind ? [sql`not ${blind}`] : []
}

/** Nor is there, for them, what is about it: a request says what would stand there. */
function notBlindAbout(ctx: Context, { definition: { custody }, fields }: ObjectType, alias: string): Sql[] {
  if (custody.type !== 'about') return []
  const column = (field: string): Sql => name(alias, fields.get(field)?.columns[0]?.name ?? field)
  const asked = [...ctx.kernel.registry.objects.values()].filter(({ keyedAgain }) => keyedAgain.length)
  return asked.flatMap((type) => {
    const blind = blinding(ctx, type, column(custody.record))
    return blind ? [sql`not (${column(custody.object)} = ${type.name} and ${blind})`] : []
  })
}

/** Whether the actor is to key a value of a record again, and has not seen it so far. */
export async function isBlindTo(ctx: Context, type: ObjectType, id: string): Promise<boolean> {
  const blind = blinding(ctx, type, sql`${id}::text`)
  return blind !== null && (await ctx.db.rows(sql`select where ${blind}`)).length > 0
}

function blinding(ctx: Context, type: ObjectType, record: Sql): Sql | null {
  const { blinds } = ctx.kernel.registry
  const parts = blinds?.definition.blinds
  if (!blinds || blinds.off || !parts || !type.keyedAgain.length || ctx.systemReason || !ctx.actor.id) return null
  const column = (part: keyof typeof parts): Sql => name('blind', fieldOf(blinds, parts[part]).columns[0]?.name ?? '')
  return sql`exists (select from ${name(blinds.table)} as blind where ${column('record')} = ${record}
    and ${column('object')} = ${type.name} and ${column('person')} = ${ctx.actor.id}::uuid and ${column('state')} = 'open' and blind.deleted_at is null)`
}

function cleared(ctx: Context, { table }: ObjectType): Sql {
  return sql`${name(table, 'acl_level')} <= ${sql.raw(String(ctx.actor.clearance))}`
}

function ruled(ctx: Context, type: ObjectType, operation: Operation): Sql[] {
  const rule = authorize(ctx, type, operation)
  return typeof rule === 'object' ? [filterSql(ctx, type, parseRule(ctx, type, rule), type.table)] : []
}

/** The acl half of the predicate; writing needs a key of those who may write. */
export function holds(ctx: Context, type: ObjectType, operation: Operation): Sql {
  const acl = operation === 'update' || operation === 'delete' ? 'acl_write' : 'acl_read'
  return sql`${name(type.table, acl)} && ${keysLiteral(ctx, type, operation)}::int[]`
}

/** Keys with which the actor holds a right, as PostgreSQL reads an array. */
export function keysLiteral(ctx: Context, type: ObjectType, operation: Operation): string {
  return `{${(ctx.actor.reach(type, operation) ?? []).join(',')}}`
}

/** The same ruling in memory, for one record whose acl has been checked. */
export function allows(ctx: Context, type: ObjectType, operation: Operation, values: Record<string, unknown>): boolean {
  const rule = ruling(ctx, type, operation)
  if (typeof rule === 'boolean') return rule
  return testFilter(parseRule(ctx, type, rule), (field) => comparableOf(type, field, values))
}

export function comparableOf(type: ObjectType, field: string, values: Record<string, unknown>): unknown {
  const value = values[field] ?? null
  const kind = type.fields.get(field)?.kind
  return value !== null && kind?.comparable ? kind.comparable(value) : value
}

/** What the reader may do with a record, for the answer; the flags tell whether the record's acl holds a key of the right. */
export function abilities(
  ctx: Context,
  type: ObjectType,
  record: { values: Record<string, unknown>; writable: boolean; deletable: boolean },
): Operation[] {
  const able: Operation[] = ['read']
  const held = { update: record.writable, delete: record.deletable } as const
  for (const operation of ['update', 'delete'] as const) {
    if (held[operation] && allows(ctx, type, operation, record.values)) able.push(operation)
  }
  return able
}
