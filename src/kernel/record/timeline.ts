import { AppError } from '#shared/app-error'
import type { RecordWire } from '#shared/wire'
import { isHiddenNamed, veiledValue } from '../access/field-access.ts'
import { countReads } from '../access/read-quota.ts'
import { scope } from '../access/scope.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { decodeCursor, encodeCursor } from '../query/cursor.ts'
import { all, list, name, type Sql, sql } from '../query/sql.ts'
import { wireOf } from './get.ts'
import { openChanges } from './history.ts'
import { load } from './load.ts'
import { present } from './present.ts'
import { loadTitles, peopleType, titlesOf, titlesOfChanges } from './references.ts'
import { decodeRows, type Stored, selectList } from './row-codec.ts'

type ChangeItem = {
  type: 'change'
  object: string
  id: string
  at: string
  by: string | null
  changes: { id: string; field: string; before: unknown; after: unknown }[]
  reason: string | null
}

type TimelineItem =
  | { type: 'record'; object: string; id: string; at: string; by: string | null; record: RecordWire }
  | ChangeItem

export type Timeline = { items: TimelineItem[]; next: string | null; titles: Record<string, string> }

const pageSize = 30

type Entry = { source: string; id: string; at: string }

/** All that happened on a file, newest first: its children by the time they tell, and its own changes. */
export async function timeline(
  ctx: Context,
  type: ObjectType,
  id: string,
  query: { after?: string; types?: readonly string[] } = {},
): Promise<Timeline> {
  const { items, titles, next } = await ctx.reading(async (tx) => {
    const [, entries] = await Promise.all([load(tx, type, id), readEntries(tx, type, id, query)])
    const last = entries.slice(0, pageSize).at(-1)
    const filled = await fill(tx, type, id, entries.slice(0, pageSize))
    return { ...filled, next: entries.length > pageSize && last ? encodeCursor([last.at, last.id]) : null }
  })
  await countReads(ctx, type, [id])
  await ctx.kernel.audit.write(
    auditRow(ctx, {
      action: 'timeline',
      object: type.name,
      record: id,
      owner: id,
      records: items.map((item) => item.id),
    }),
  )
  return { items, titles, next }
}

function timelineChildren(ctx: Context, type: ObjectType): ObjectType[] {
  return ctx.kernel.registry.children(type.name).filter((child) => child.definition.timeline && !child.off)
}

async function readEntries(
  ctx: Context,
  type: ObjectType,
  id: string,
  { after, types }: { after?: string; types?: readonly string[] },
): Promise<Entry[]> {
  const wanted = (source: string): boolean => !types?.length || types.includes(source)
  const end = after ? decodeCursor(after, 2) : null
  const before = (at: Sql, key: Sql): Sql =>
    end ? sql`(${at}, ${key}) < (${end[0]}::timestamptz, ${end[1]}::uuid)` : sql`true`
  const sources: Sql[] = timelineChildren(ctx, type)
    .filter((child) => wanted(child.name))
    .map((child) => {
      const at = happenedAt(child)
      const conditions = [
        sql`${name(child.table, child.parent?.column ?? '')} = ${id}::uuid`,
        sql`${name(child.table, 'deleted_at')} is null`,
        scope(ctx, child, 'read'),
        before(at, name(child.table, 'id')),
      ]
      return sql`(select ${child.name} as source, ${name(child.table, 'id')} as id, ${at} as at from ${name(child.table)} where ${all(conditions)} order by 3 desc, 2 desc limit ${pageSize + 1})`
    })
  if (wanted('change')) {
    sources.push(sql`(select 'change' as source, min(id::text)::uuid as id, max(at) as at from field_change
      where object = ${type.name} and record = ${id}::uuid group by version having ${before(sql`max(at)`, sql`min(id::text)::uuid`)} order by 3 desc, 2 desc limit ${pageSize + 1})`)
  }
  if (!sources.length) throw new AppError(400, 'request.invalid', { params: { detail: 'types' } })
  return ctx.db.rows<Entry>(
    sql`select * from (${list(sources, sql` union all `)}) as entries order by at desc, id desc limit ${pageSize + 1}`,
    { steady: true },
  )
}

function happenedAt(child: ObjectType): Sql {
  const field = child.definition.timeline
  if (!field || field === 'createdAt') return name(child.table, 'created_at')
  const column = fieldOf(child, field).columns[0]
  return sql`coalesce(${name(child.table, column?.name ?? '')}::timestamptz, ${name(child.table, 'created_at')})`
}

async function fill(
  ctx: Context,
  type: ObjectType,
  id: string,
  entries: readonly Entry[],
): Promise<{ items: TimelineItem[]; titles: Record<string, string> }> {
  const titles: Record<string, string> = {}
  const found = new Map<string, TimelineItem>()
  for (const [source, group] of Map.groupBy(entries, (entry) => entry.source)) {
    const ids = group.map((entry) => entry.id)
    if (source === 'change') {
      const changed = await readChanges(ctx, type, id, ids)
      for (const item of changed) found.set(item.id, item)
      const told = changed.flatMap(({ changes, by }) => changes.map((change) => ({ ...change, by })))
      Object.assign(titles, await titlesOfChanges(ctx, type, told))
      continue
    }
    const child = ctx.type(source)
    const records = await readRecords(ctx, child, ids)
    Object.assign(titles, await titlesOf(ctx, child, records))
    for (const record of records) {
      const at = group.find((entry) => entry.id === record.id)?.at ?? record.createdAt
      found.set(record.id, {
        type: 'record',
        object: source,
        id: record.id,
        at,
        by: record.createdBy,
        record: wireOf(ctx, child, record),
      })
    }
  }
  const items = entries.flatMap((entry) => found.get(entry.id) ?? [])
  const people = peopleType(ctx)
  const writers = [...new Set(items.flatMap(({ by }) => (by ? [by] : [])))]
  return { items, titles: people ? { ...titles, ...(await loadTitles(ctx, people, writers)) } : titles }
}

async function readRecords(ctx: Context, child: ObjectType, ids: readonly string[]): Promise<Stored[]> {
  const rows = await ctx.db.tuples(
    sql`select ${selectList(ctx, child)} from ${name(child.table)} where id = any(${ids as string[]}::uuid[]) and ${scope(ctx, child, 'read')}`,
    { steady: true },
  )
  return (await decodeRows(ctx, child, rows)).map((record) => present(ctx, child, record))
}

type ChangeRow = {
  id: string
  version: number
  field: string
  before: Buffer | null
  after: Buffer | null
  at: string
  by: string | null
  reason: string | null
}

/** Fields that were changed together, by one version of the record, are one entry. */
async function readChanges(
  ctx: Context,
  type: ObjectType,
  record: string,
  firstIds: readonly string[],
): Promise<ChangeItem[]> {
  const rows = await ctx.db.rows<ChangeRow>(sql`
    select id, version, field, before, after, at, by, reason from field_change
    where object = ${type.name} and record = ${record}::uuid
      and version in (select version from field_change where id = any(${firstIds as string[]}::uuid[])) order by id`)
  const opened = await openChanges(ctx, { object: type.name, record }, rows)
  const shown = (field: string, value: unknown): unknown => veiledValue(ctx, type, field, value)
  return [...Map.groupBy(opened, ({ version }) => version).values()].flatMap((group) => {
    const [first] = group
    const known = group.filter(({ field }) => !isHiddenNamed(ctx, type, field))
    if (!first || !known.length) return []
    const changes = known.map((row) => ({
      id: row.id,
      field: row.field,
      before: shown(row.field, row.before),
      after: shown(row.field, row.after),
    }))
    return [
      {
        type: 'change' as const,
        object: type.name,
        id: first.id,
        at: first.at,
        by: first.by,
        changes,
        reason: first.reason,
      },
    ]
  })
}
