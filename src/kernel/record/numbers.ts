import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { rowArrays } from '../query/row-arrays.ts'
import { sql } from '../query/sql.ts'
import { dateIn } from './normalise.ts'

/** One part of a number rule; a sequence starts anew for each combination of what `reset` names. */
type Part =
  | { text: string }
  | { date: 'YYYY' | 'YY' | 'YYYYMM' | 'YYYYMMDD' }
  | { field: string; texts?: Readonly<Record<string, string>> }
  | { region: string; digits: number }
  | { sequence: number; reset?: readonly string[] }

type NumberRule = readonly Part[]

const most = 50

/**
 * Numbers for new records, claimed in the creating transaction so that none is ever given twice, also after deletion.
 * The counter is bumped outside the transaction: a creation that fails leaves a gap, and no creation waits for another.
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
    for (const [scope, group] of Map.groupBy(open, ({ values }) => scopeOf(type, bound, { rule, day }, values))) {
      const last = await bump(ctx, scope, group.length)
      group.forEach(({ values }, index) => {
        const sequence = last - group.length + 1 + index
        values[bound.name] = rule.map((part) => render(part, day, values, sequence)).join('')
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

const dayDigits: Readonly<Record<string, number>> = { year: 4, month: 6, day: 8 }

/** What the sequence is counted within: `customer.archiveNumber|2026|31`. */
function scopeOf(
  type: ObjectType,
  bound: BoundField,
  { rule, day }: { rule: NumberRule; day: string },
  values: Record<string, unknown>,
): string {
  const resets = rule.flatMap((part) => ('sequence' in part ? (part.reset ?? []) : []))
  const within = resets.flatMap((reset) => {
    const digits = dayDigits[reset]
    if (digits) return [day.slice(0, digits)]
    return rule.filter((part) => reset in part).map((part) => render(part, day, values, 0))
  })
  return [`${type.name}.${bound.name}`, ...within].join('|')
}

/** `day` is the calendar day as `YYYYMMDD`. */
function render(part: Part, day: string, values: Record<string, unknown>, sequence: number): string {
  if ('text' in part) return part.text
  if ('date' in part) return part.date === 'YY' ? day.slice(2, 4) : day.slice(0, part.date.length)
  if ('sequence' in part) return String(sequence).padStart(part.sequence, '0')
  if ('region' in part)
    return String(values[part.region] ?? '')
      .slice(0, part.digits)
      .padEnd(part.digits, '0')
  const value = String(values[part.field] ?? '')
  return part.texts?.[value] ?? value
}
