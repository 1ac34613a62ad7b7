import { isHiddenNamed } from '../access/field-access.ts'
import type { Context, Kernel } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { filterSql } from '../query/filter-sql.ts'
import { namesOn } from '../query/incomplete-test.ts'
import { parseRule } from '../query/parse-filter.ts'
import { all, any, list, name, type Sql, sql } from '../query/sql.ts'
import { isAnswered } from '../query/verified-at.ts'
import { circleColumns } from './circle.ts'
import { passIncomplete } from './incomplete.ts'
import { conditionsOf } from './list.ts'
import { eventsByCircle, writeTrail } from './trail.ts'

/** What other requirements would do: how many records are to be completed now, how many come to it or are done with it, and how many lack which field. */
export type Foreseen = {
  records: number
  incomplete: number
  becomeIncomplete: number
  becomeComplete: number
  lacking: Record<string, number>
}

/** Counts what the reader sees; `changed` is the type as it would be. A field that is hidden from the reader counts for nothing. */
export async function foreseeIncomplete(ctx: Context, type: ObjectType, changed: ObjectType): Promise<Foreseen> {
  const lacks = [...lacksOf(ctx, changed)].filter(([field]) => !isHiddenNamed(ctx, type, field))
  const seen = namesOn(ctx, type).filter((field) => !isHiddenNamed(ctx, type, field))
  const before = type.guarded ? sql`${name(type.table, 'incomplete')} && ${seen}::text[]` : sql`false`
  const others = type.guarded
    ? [sql`exists (select from ${openOtherwise(type)} and open.field = any(${seen}::text[]))`]
    : []
  const after = any([...lacks.map(([, lack]) => lack), ...others])
  const counted = (condition: Sql): Sql => sql`(count(*) filter (where ${condition}))::integer`
  const counts = [
    sql`count(*)::integer`,
    counted(sql`before`),
    counted(sql`after and not before`),
    counted(sql`before and not after`),
    ...lacks.map((_, at) => counted(name(`lack${at}`))),
  ]
  const columns = lacks.map(([, lack], at) => sql`${lack} as ${name(`lack${at}`)}`)
  const rows = await ctx.reading((tx) =>
    tx.db.tuples(sql`
      select ${list(counts)} from (
        select ${list([sql`${before} as before`, sql`${after} as after`, ...columns])}
        from ${name(type.table)} where ${all(conditionsOf(tx, type, {}))}
      ) as looked`),
  )
  const [records = 0, incomplete = 0, becomeIncomplete = 0, becomeComplete = 0, ...lacked] = (rows[0] ?? []).map(Number)
  const lacking = Object.fromEntries(lacks.map(([field], at) => [field, lacked[at] ?? 0]))
  return { records, incomplete, becomeIncomplete, becomeComplete, lacking }
}

/** Where a walk is: in the records behind `after` and up to `until`, of which there were so many, whose turn it is. */
export type MarkPlace = { after: string; until?: string; size?: number; turn?: number }

/** How far it came; null = it is through. */
export type Marked = { next: MarkPlace | null; count: number }

const batchSize = 1_000
/**
 * About as many as stand on a page of the table. Of neighbours one is marked at a time: what it was goes before the next one's turn,
 * which then finds room beside it, so that no index has to be told. All at once, each would take a place elsewhere, in every index.
 */
const turns = 10
/** So many side by side, each with its own records and transaction. What lives on files has one: two could wait for each other's files. */
const lanes = 2
const most = turns * batchSize * lanes

/**
 * Says anew what is open on the next records, by the requirements in force, in the recycle bin or not. What is open for another
 * reason stays so. No record gets another version: nobody has changed it.
 */
export async function markIncomplete(ctx: Context, type: ObjectType, place: MarkPlace): Promise<Marked> {
  const { after, until, size, turn = 0 } = place
  const ids = await stretchOf(ctx, type, { after, until })
  // Where one has come or gone, the others have other turns now.
  if (turn > 0 && size !== ids.length) return { next: { after }, count: 0 }
  const last = ids.at(-1)
  if (!last) return { next: null, count: 0 }
  // Of few nobody minds.
  const taken = ids.length < batchSize ? 1 : turns
  const own = ids.filter((_, at) => at % taken === turn)
  await markBeside(ctx, type, own)
  if (turn < taken - 1) return { next: { after, until: last, size: ids.length, turn: turn + 1 }, count: own.length }
  return { next: ids.length < most ? null : { after: last }, count: own.length }
}

type Stretch = Pick<MarkPlace, 'after' | 'until'>

/** The stretch that a process has last begun, by its connections: to read it anew for each turn took an eighth of the database’s time. */
const begun = new WeakMap<Kernel, { table: string; after: string; ids: readonly string[] }>()

async function stretchOf(ctx: Context, { table }: ObjectType, { after, until }: Stretch): Promise<readonly string[]> {
  const known = begun.get(ctx.kernel)
  if (until && known?.table === table && known.after === after && known.ids.at(-1) === until) return known.ids
  const upTo = until ? sql`and id <= ${until}::uuid` : sql``
  const rows = await ctx.db.rows<{ id: string }>(
    sql`select id from ${name(table)} where id > ${after}::uuid ${upTo} order by id limit ${most}`,
  )
  const ids = rows.map(({ id }) => id)
  begun.set(ctx.kernel, { table, after, ids })
  return ids
}

/** Commits by itself, before the place of the walk does: doing it twice changes nothing. */
async function markBeside(ctx: Context, type: ObjectType, ids: readonly string[]): Promise<void> {
  const each = Math.ceil(ids.length / (type.parent ? 1 : lanes))
  const starts = Array.from({ length: Math.ceil(ids.length / each) }, (_, lane) => lane * each)
  await Promise.all(
    starts.map((start) =>
      ctx.with({ tx: null }).transaction(async (tx) => {
        const own = ids.slice(start, start + each)
        // Apart from the change, which then sees all that was committed before.
        await tx.db.rows(sql`select id from ${name(type.table)} where id = any(${own}::uuid[]) order by id for update`)
        await markRecords(tx, type, own)
      }),
    ),
  )
}

/** The same for some records. */
export async function markRecords(ctx: Context, type: ObjectType, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const lacks = [...lacksOf(ctx, type)].map(([field, lack]) => sql`case when ${lack} then ${field} end`)
  const parent = type.parent ? name(type.table, type.parent.column) : sql`null`
  const marked = await ctx.db.rows<{ id: string; acl: number[]; level: number; parent: string | null }>(sql`
    update ${name(type.table)} set incomplete = next.open from (
      select id, missing || array(
        select open.field from ${openOtherwise(type)} and not open.field = any(missing) order by open.at
      ) as open
      from ${name(type.table)} cross join lateral (
        select array_remove(array[${list(lacks)}]::text[], null) as missing
      ) as looked where ${name(type.table, 'id')} = any(${ids as string[]}::uuid[])
    ) as next
    where ${name(type.table, 'id')} = next.id and ${name(type.table, 'incomplete')} is distinct from next.open
    returning ${name(type.table, 'id')} as id, ${circleColumns}, ${parent} as parent`)
  await passIncomplete(ctx, type, [...new Set(marked.flatMap((row) => row.parent ?? []))])
  if (marked.length) await writeTrail(ctx, type.name, { audit: [], events: eventsByCircle('update', marked) })
}

export function countRows(ctx: Context, type: ObjectType): Promise<number> {
  return ctx.db
    .rows<{ rows: number }>(sql`select count(*)::integer as rows from ${name(type.table)}`)
    .then(([row]) => row?.rows ?? 0)
}

/** By field, the records that lack it though their case requires it: what `missingFields` says of one in memory. */
function lacksOf(ctx: Context, type: ObjectType): ReadonlyMap<string, Sql> {
  const always = type.stored
    .filter(({ field, kind }) => field.required && !kind.allocated)
    .map(({ name: field }) => ({ field, when: undefined }))
  const byCase = type.requirements.filter(({ need }) => need === 'required')
  const cases = Map.groupBy([...always, ...byCase], ({ field }) => field)
  const lack = (field: string, whens: readonly Sql[]): Sql => {
    const isEmpty = filterSql(ctx, type, { type: 'test', field, operator: 'empty', argument: true }, type.table)
    const bound = type.fields.get(field)
    const open = bound?.field.verify ? [sql`not ${isAnswered(type, bound, ctx.now())}`] : []
    return sql`coalesce(${all([isEmpty, any(whens), ...open])}, false)`
  }
  return new Map(
    [...cases].map(([field, rules]) => [
      field,
      lack(
        field,
        rules.map(({ when }) => (when ? filterSql(ctx, type, parseRule(ctx, type, when), type.table) : sql`true`)),
      ),
    ]),
  )
}

/** What is open on a record for another reason than its requirements: on what lives on it, or by a text that could not be read. */
function openOtherwise(type: ObjectType): Sql {
  return sql`unnest(${name(type.table, 'incomplete')}) with ordinality as open(field, at)
    where (position('.' in open.field) > 0 or exists (
      select from unresolved where unresolved.object = ${type.name}
        and unresolved.record = ${name(type.table, 'id')} and unresolved.field = open.field))`
}
