import { everything } from '../access/actor.ts'
import type { Context } from '../context.ts'
import { type ObjectType, titleFieldOf } from '../object/object-type.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'
import { columnOf, type Share, type Span } from './count-facts.ts'

/** Records that confirm a file: when, and by whom. */
export type Confirmation = { object: string; at: string; by: string; good?: { field: string; value: string } }

/**
 * Verifications on somebody's files whose time was over in a span, and how many of them somebody else had given anew by then. A value that
 * its owner has verified or written again is not confirmed by anybody else.
 */
export async function countUpdates(
  ctx: Context,
  type: ObjectType,
  owner: string,
  { from, until }: Span,
): Promise<ReadonlyMap<string, Share>> {
  const rules = type.verified.flatMap(({ name: field, field: { verify } }) =>
    verify ? [sql`(${field}::text, ${verify.days}::integer)`] : [],
  )
  if (!rules.length) return new Map()
  const person = columnOf(type, owner)
  const rows = await ctx.asSystem('count figures').transaction((tx) =>
    tx.db.rows<{ person: string } & Share>(sql`
      with rule(field, days) as (values ${list(rules)})
      select ${person} as person, count(*)::float8 as of, (count(*) filter (where exists (
          select from verification as later where later.record = one.record and later.field = one.field and later.at > one.at
            and later.at <= one.at + make_interval(days => rule.days) and later.by is distinct from ${person})))::float8 as good
      from verification as one join rule on rule.field = one.field
        join ${name(type.table)} on ${name(type.table, 'id')} = one.record
      where one.object = ${type.name} and not one.unknown and ${person} is not null and ${name(type.table, 'deleted_at')} is null
        and one.at + make_interval(days => rule.days) >= ${from}::timestamptz
        and one.at + make_interval(days => rule.days) < ${until}::timestamptz
      group by 1`),
  )
  return new Map(rows.map(({ person: id, of, good }) => [id, { of, good }]))
}

/** How many days ago somebody else has last confirmed anything on a file, in the middle of each person's files; since it was made, where nobody has. */
export async function medianAges(
  ctx: Context,
  type: ObjectType,
  { owner, by, at }: { owner: string; by: readonly Confirmation[]; at: string },
): Promise<ReadonlyMap<string, number>> {
  const person = columnOf(type, owner)
  const file = name(type.table, 'id')
  const verified = sql`select record as file, by, max(at) as at from verification
    where object = ${type.name} and at < ${at}::timestamptz group by 1, 2`
  // Gathered from what confirms, once for all files: a million of them are not asked for one by one, nor read in the order of their owners.
  const rows = await ctx.asSystem('count figures').transaction((tx) =>
    tx.db.rows<{ person: string; days: number }>(sql`
      with told as (${list([verified, ...by.flatMap((one) => confirmedAt(ctx, one, at))], sql` union all `)}),
      confirmed as (
        select told.file, max(told.at) as at from told join ${name(type.table)} on ${file} = told.file
        where told.by is distinct from ${person} group by 1
      ),
      aged as materialized (
        select ${person} as person, extract(epoch from ${at}::timestamptz - greatest(${name(type.table, 'created_at')}, confirmed.at))::float8 / 86400 as days
        from ${name(type.table)} left join confirmed on confirmed.file = ${file}
        where ${person} is not null and ${name(type.table, 'deleted_at')} is null and ${name(type.table, 'created_at')} < ${at}::timestamptz
      )
      select person, percentile_cont(0.5) within group (order by days) as days from aged group by 1`),
  )
  return new Map(rows.map(({ person: id, days }) => [id, Math.round(days * 10) / 10]))
}

/** Files, by whom, and when last. */
function confirmedAt(ctx: Context, { object, at: when, by, good }: Confirmation, at: string): Sql[] {
  const type = ctx.type(object)
  if (type.off || !type.parent) return []
  const moment = columnOf(type, when)
  const isGood = good ? sql`and ${columnOf(type, good.field)} = ${good.value}` : sql``
  return [
    sql`select ${name(type.table, type.parent.column)}, ${columnOf(type, by)}, max(${moment}) from ${name(type.table)}
      where ${moment} < ${at}::timestamptz ${isGood} group by 1, 2`,
  ]
}

/** On how many files somebody has worked, each file once a day, however often it was saved. */
export async function countWork(ctx: Context, { from, until }: Span): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.asSystem('count figures').transaction((tx) =>
    tx.db.rows<{ person: string; days: number }>(sql`
      select actor as person, count(distinct (owner, (at at time zone ${ctx.kernel.settings.timeZone})::date))::integer as days
      from audit_event where at >= ${from}::timestamptz and at < ${until}::timestamptz and result = 'done'
        and action = any(${['create', 'update']}::text[]) and channel = any(${['page', 'api']}::text[])
        and actor is not null and owner is not null and rule like 'role: %' group by 1`),
  )
  return new Map(rows.map(({ person, days }) => [person, days]))
}

type Told = { id: string; name: string; unit: string | null; unitName: string | null }

/** The people whose records of an object the reader may read: one's own, those of the units that one leads, or all. */
export async function peopleInReach(ctx: Context, type: ObjectType): Promise<Told[]> {
  const types = [...ctx.kernel.registry.objects.values()]
  const people = types.find(({ definition }) => definition.principal?.kind === 'user')
  const units = types.find(({ definition }) => definition.principal?.kind === 'unit')
  const principal = people?.definition.principal
  if (!people || !units || principal?.kind !== 'user') throw new Error('People and units are declared')
  const unit = columnOf(people, principal.unit)
  const keys = ctx.systemReason ? [everything] : (ctx.actor.reach(type, 'read') ?? [])
  const held = sql`exists (select from principal where id in (${name(people.table, 'id')}, ${unit}) and key = any(${keys as number[]}::integer[]))`
  return ctx.asSystem('whose figures').transaction((tx) =>
    tx.db.rows<Told>(sql`
      select ${name(people.table, 'id')} as id, ${columnOf(people, people.definition.title)} as name, ${unit} as unit,
        ${columnOf(units, titleFieldOf(units, ctx.locale))} as "unitName"
      from ${name(people.table)} left join ${name(units.table)} on ${name(units.table, 'id')} = ${unit}
      where ${name(people.table, 'deleted_at')} is null and ${keys.includes(everything) ? sql`true` : held} order by 2, 1`),
  )
}
