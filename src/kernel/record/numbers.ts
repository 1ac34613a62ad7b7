import { countedWithin, type NumberRule, numberBy } from '#shared/number-rule'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { rowArrays } from '../query/row-arrays.ts'
import { sql } from '../query/sql.ts'
import { dateIn } from './normalise.ts'

const most = 30

/**
 * Numbers for new records, claimed in the creating transaction so that none is ever given twice, also after deletion.
 * The counter is bumped outside the transaction: a creation that fails leaves a gap, and no creation waits for another.
 * Where numbers are taken, such as by an import that brought its own, the counter steps over one, then leaps over 1, 2, 4 ... of them.
 */
export async function allocateNumbers(
  ctx: Context,
  type: ObjectType,
  bound: BoundField,
  records: readonly { id: string; values: Record<string, unknown> }[],
): Promise<void> {
  const rule = bound.field.options.rule as NumberRule
  const day = dateIn(ctx.now(), ctx.kernel.settings.timeZone).replaceAll('-', '')
  let open = records.filter(({ values }) => values[bound.name] === null || values[bound.name] === undefined)
  for (let attempt = 0; open.length && attempt < most; attempt++) {
    for (const [scope, group] of Map.groupBy(open, ({ values }) =>
      scopeOf(type, bound.name, countedWithin(rule, day, values)),
    )) {
      const last = await bump(ctx, scope, group.length + (attempt > 1 ? 2 ** (attempt - 2) : 0))
      group.forEach(({ values }, index) => {
        const sequence = last - group.length + 1 + index
        values[bound.name] = numberBy(rule, day, values, sequence)
      })
    }
    const taken = await claim(ctx, type, bound, open)
    open = open.filter(({ id }) => taken.has(id))
  }
  if (open.length) throw new Error(`No free number for ${type.name}.${bound.name}`)
}

/** A number like the others for something that is no record of the object, so that none ever bears it; undefined where its records have none. */
export async function reserveNumber(
  ctx: Context,
  type: ObjectType,
  id: string,
): Promise<{ field: string; number: string } | undefined> {
  const bound = type.stored.find(({ kind }) => kind.allocated)
  if (!bound) return undefined
  const values: Record<string, unknown> = {}
  await allocateNumbers(ctx, type, bound, [{ id, values }])
  return { field: bound.name, number: String(values[bound.name]) }
}

const mostLooked = 200

/** The next numbers that a rule would give to records with these values, were no other made meanwhile. Nothing is counted or claimed. */
export async function foreseeNumbers(
  ctx: Context,
  { type, field, rule, values }: { type: ObjectType; field: string; rule: NumberRule; values: Record<string, unknown> },
  count: number,
): Promise<string[]> {
  const day = dateIn(ctx.now(), ctx.kernel.settings.timeZone).replaceAll('-', '')
  const scope = scopeOf(type, field, countedWithin(rule, day, values))
  const [row] = await ctx.db.rows<{ value: number }>(sql`select value from counter where scope = ${scope}`)
  const last = row?.value ?? 0
  const next = Array.from({ length: mostLooked }, (_, at) => numberBy(rule, day, values, last + 1 + at))
  const claimed = await ctx.db.rows<{ value: string }>(
    sql`select value from claim where scope = ${`${type.name}.${field}`} and value = any(${next}::text[])`,
  )
  const taken = new Set(claimed.map(({ value }) => value))
  return next.filter((value) => !taken.has(value)).slice(0, count)
}

/** What bears a number of an object, or once bore it. */
export async function holderOfNumber(ctx: Context, type: ObjectType, value: string): Promise<string | undefined> {
  const bound = type.stored.find(({ kind }) => kind.allocated)
  const [row] = await ctx.db.rows<{ record: string }>(
    sql`select record from claim where scope = ${`${type.name}.${bound?.name}`} and value = ${value}`,
  )
  return row?.record
}

const claims = rowArrays([
  { name: 'value', type: 'text' },
  { name: 'record', type: 'uuid' },
])

/** Claims the numbers that records bring with them; returns the records whose number is another's. What a record once had stays its own. */
export async function claim(
  ctx: Context,
  type: ObjectType,
  bound: BoundField,
  records: readonly { id: string; values: Record<string, unknown> }[],
): Promise<ReadonlySet<string>> {
  const wanted = records.flatMap(({ id, values }) =>
    values[bound.name] ? [{ value: String(values[bound.name]), record: id }] : [],
  )
  if (!wanted.length) return new Set()
  const rows = await ctx.db.rows<{ record: string }>(
    sql`
    with wanted as (
      select ${`${type.name}.${bound.name}`} as scope, value, record from ${claims.source(wanted)}
    ), fresh as (
      insert into claim (scope, value, record) select scope, value, record from wanted
      on conflict (scope, value) do nothing returning record
    )
    select record from fresh union all
    select claim.record from claim join wanted using (scope, value, record)`,
    { steady: true },
  )
  const own = new Set(rows.map(({ record }) => record))
  return new Set(wanted.flatMap(({ record }) => (own.has(record) ? [] : [record])))
}

async function bump(ctx: Context, scope: string, by: number): Promise<number> {
  const [row] = await ctx.kernel.counters.rows<{ value: number }>(
    sql`
    insert into counter (scope, value) values (${scope}, ${by})
    on conflict (scope) do update set value = counter.value + excluded.value returning value`,
    { steady: true },
  )
  return row?.value ?? by
}

/** The counter's name: `customer.archiveNumber|2026|31`. */
function scopeOf(type: ObjectType, field: string, within: readonly string[]): string {
  return [`${type.name}.${field}`, ...within].join('|')
}
