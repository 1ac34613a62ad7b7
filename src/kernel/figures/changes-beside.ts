import type { Filter } from '#shared/filter'
import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectDefinition } from '../object/define-object.ts'
import type { ObjectType } from '../object/object-type.ts'
import { filterSql } from '../query/filter-sql.ts'
import { parseRule } from '../query/parse-filter.ts'
import { all, list, name, type Sql, sql } from '../query/sql.ts'
import { columnOf, type Span } from './count-facts.ts'

/** A value of a record that somebody has changed beside the way that was laid down for it. */
export type Beside = { record: string; field: string; by: string; at: string; told: string }

/** Records that run for a file, or for a record on it whose id they name. */
type Run = { object: ObjectDefinition; record: string }

/** Records on files, each of which gives a stretch of time to its owner; fields are those that any of one `whole` names: what they are parts of. */
type Turn = {
  object: ObjectDefinition
  run: Run
  owner: string
  from: string
  until: string
  fields: readonly string[]
  whole: string
}

/** Fields of an object that from a moment on are changed while a record of `object` runs on the file alone. */
type Bound = {
  run: Run
  from: string
  until: string
  version: string
  rules: readonly {
    told: string
    fields: readonly string[]
    since: string
    versions: readonly string[]
    where: Filter
  }[]
}

/** `seen`: files that this one may read are looked at; `most`: the latest so many. */
type Looked = { span: Span; seen: Context; most: number }

/** Fields of records that somebody has changed while it was another's turn; `told` is the record whose turn it was. No value is in the answer. */
export function changesOutOfTurn(ctx: Context, type: ObjectType, turn: Turn, looked: Looked): Promise<Beside[]> {
  const held = ctx.type(turn.object.name)
  const run = ctx.type(turn.run.object.name)
  const { from, until } = looked.span
  const [owner, opened, ended, whole] = [turn.owner, turn.from, turn.until, turn.whole].map((f) => columnOf(held, f))
  const of = (alias: string, field: string): Sql => name(alias, columnName(held, field))
  const named = list(
    turn.fields.map((field) => sql`coalesce(${of('named', field)}, '{}'::text[])`),
    sql` || `,
  )
  return rowsOf(ctx, type, looked, {
    told: sql`${name(held.table, 'id')}::text`,
    source: sql`${name(held.table)} join ${name(run.table)} on ${name(run.table, 'id')} = ${whole}
      join field_change as change on change.object = ${type.name} and change.record = ${recordOf(run, turn.run)}
      and change.at >= greatest(${opened}, ${from}::timestamptz)
      and change.at < least(coalesce(${ended}, 'infinity'), ${until}::timestamptz)`,
    where: [
      sql`${opened} < ${until}::timestamptz and (${ended} is null or ${ended} > ${from}::timestamptz)`,
      sql`${name(held.table, 'deleted_at')} is null and ${owner} is not null`,
      // Whose own turn it is, in this case or another, does that one's work.
      sql`not exists (select from ${name(held.table)} as own where ${name('own', held.parent?.column ?? '')} = ${fileOf(held)}
        and ${of('own', turn.owner)} = change.by and ${of('own', turn.from)} <= change.at
        and coalesce(${of('own', turn.until)}, 'infinity') >= change.at)`,
      sql`exists (select from ${name(held.table)} as named where ${of('named', turn.whole)} = ${whole} and change.field = any(${named}))`,
    ],
  })
}

/** Fields of files that somebody has changed while nothing ran on the file that the rule asks for; `told` is the rule's. */
export async function changesUnbound(ctx: Context, type: ObjectType, bound: Bound, looked: Looked): Promise<Beside[]> {
  const run = ctx.type(bound.run.object.name)
  const { from, until } = looked.span
  const found: Beside[] = []
  for (const { told, fields, since, versions, where } of bound.rules) {
    const rows = await rowsOf(ctx, type, looked, {
      told: sql`${told}::text`,
      source: sql`field_change as change`,
      where: [
        sql`change.object = ${type.name} and change.field = any(${fields as string[]}::text[])`,
        sql`change.at >= greatest(${since}::timestamptz, ${from}::timestamptz) and change.at < ${until}::timestamptz`,
        sql`exists (select from ${name(type.table)} where ${name(type.table, 'id')} = change.record
          and ${filterSql(ctx, type, parseRule(ctx, type, where), type.table)})`,
        sql`not exists (select from ${name(run.table)} where ${recordOf(run, bound.run)} = change.record
          and ${name(run.table, 'deleted_at')} is null
          and ${columnOf(run, bound.version)} = any(${versions as string[]}::uuid[]) and ${columnOf(run, bound.from)} <= change.at
          and coalesce(${columnOf(run, bound.until)}, 'infinity') >= change.at)`,
      ],
    })
    found.push(...rows)
  }
  return found
}

/** What a record was made with is no change of it. */
function rowsOf(
  ctx: Context,
  type: ObjectType,
  { seen, most }: Looked,
  { told, source, where }: { told: Sql; source: Sql; where: readonly Sql[] },
): Promise<Beside[]> {
  return ctx.asSystem('changes beside what was laid down').transaction((tx) =>
    tx.db.rows<Beside>(sql`
      select change.record, change.field, change.by, change.at, ${told} as told from ${source}
      where change.version > 1 and change.by is not null and ${all(where)}
        and exists (select from ${name(type.table)} where ${name(type.table, 'id')} = change.record
          and ${name(type.table, 'deleted_at')} is null and ${scope(seen, type, 'read')})
      order by change.at desc limit ${most}`),
  )
}

/** Where it names no record, it runs for the file itself. */
function recordOf(run: ObjectType, { record }: Run): Sql {
  return sql`coalesce(${columnOf(run, record)}::uuid, ${fileOf(run)})`
}

function fileOf(type: ObjectType): Sql {
  if (!type.parent) throw new Error(`${type.name} stands on no file`)
  return name(type.table, type.parent.column)
}

const columnName = (type: ObjectType, field: string): string => type.fields.get(field)?.columns[0]?.name ?? ''
