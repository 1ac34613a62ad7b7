import { AppError } from '#shared/app-error'
import type { PastVerification } from '#shared/verification'
import { isHiddenNamed, veiledValue } from '../access/field-access.ts'
import { countReads } from '../access/read-quota.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { Place } from '../crypto/codec.ts'
import { joinedTo } from '../merge/merged.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'
import { load } from './load.ts'
import { loadTitles, peopleType, titlesOfChanges } from './references.ts'
import { pastVerifications } from './verifications.ts'

export type HistoryItem = {
  id: string
  field: string
  before: unknown
  after: unknown
  at: string
  by: string | null
  reason: string | null
  undoOf: string | null
  version: number
  /** The record that was joined into this one, where it is of that one's past. */
  of?: string
}

type ChangeRow = {
  id: string
  record: string
  field: string
  before: Buffer | null
  after: Buffer | null
  at: string
  by: string | null
  reason: string | null
  undo_of: string | null
  version: number
}

/** `verifications`: with the first page. */
export type History = {
  items: HistoryItem[]
  next: string | null
  titles: Record<string, string>
  verifications?: PastVerification[]
}

const pageSize = 100

/** Every change of every field, newest first. */
export async function history(ctx: Context, type: ObjectType, id: string, after?: string): Promise<History> {
  await load(ctx, type, id)
  if (after !== undefined && !isUuid(after)) throw new AppError(400, 'request.invalid', { params: { detail: 'after' } })
  const records = [id, ...(await joinedTo(ctx, type, id))]
  const rows = await ctx.db.rows<ChangeRow>(sql`
    select id, record, field, before, after, at, by, reason, undo_of, version from field_change
    where object = ${type.name} and record = any(${records}::uuid[]) ${after ? sql`and id < ${after}::uuid` : sql``}
    order by id desc limit ${pageSize + 1}`)
  if (!type.parent) await countReads(ctx, type, [id])
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'history', object: type.name, record: id }))
  // A field that is hidden has no history either.
  const known = rows.slice(0, pageSize).filter(({ field }) => !isHiddenNamed(ctx, type, field))
  const opened = await itemsOf(ctx, type, id, known)
  const items = opened.map((item) => veiledItem(ctx, type, item))
  const next = rows.length > pageSize ? (rows[pageSize - 1]?.id ?? null) : null
  const titles = await titlesOfChanges(ctx, type, items)
  if (after || !type.verified.length) return { items, titles, next }
  const verifications = await pastVerifications(ctx, type, id)
  const people = peopleType(ctx)
  const by = [...new Set(verifications.flatMap((one) => one.by ?? []))]
  return { items, titles: { ...titles, ...(people ? await loadTitles(ctx, people, by) : {}) }, next, verifications }
}

function veiledItem(ctx: Context, type: ObjectType, item: HistoryItem): HistoryItem {
  const shown = (value: unknown): unknown => veiledValue(ctx, type, item.field, value)
  return { ...item, before: shown(item.before), after: shown(item.after) }
}

async function itemsOf(
  ctx: Context,
  type: ObjectType,
  record: string,
  rows: readonly ChangeRow[],
): Promise<HistoryItem[]> {
  const opened = new Map<string, HistoryItem>()
  for (const [of, some] of Map.groupBy(rows, (row) => row.record))
    for (const { undo_of: undoOf, record: _, ...facts } of await openChanges(
      ctx,
      { object: type.name, record: of },
      some,
    ))
      opened.set(facts.id, { ...facts, undoOf, ...(of === record ? {} : { of }) })
  return rows.flatMap(({ id }) => opened.get(id) ?? [])
}

type Sealed = { id: string; field: string; before: Buffer | null; after: Buffer | null }

/** Changes with their values; those whose key has been destroyed are empty. */
export async function openChanges<Row extends Sealed>(
  ctx: Context,
  { object, record }: { object: string; record: string },
  rows: readonly Row[],
): Promise<(Omit<Row, 'before' | 'after'> & { before: unknown; after: unknown })[]> {
  const ring = await ctx.kernel.codec.opening(
    ctx.db,
    rows.flatMap(({ before, after }) => [before, after]),
  )
  const open = (bytes: Buffer | null, place: Place): unknown => {
    const text = bytes && ring.open(bytes, place)
    return text === null ? null : JSON.parse(text)
  }
  return rows.map((row) => ({
    ...row,
    before: open(row.before, changePlace(object, record, { ...row, copy: 'before' })),
    after: open(row.after, changePlace(object, record, { ...row, copy: 'after' })),
  }))
}

/** A value in the history is that of one change, and opens in no other. */
export function changePlace(
  object: string,
  record: string,
  { id, field, copy }: { id: string; field: string; copy: 'before' | 'after' },
): Place {
  return { object, record, field, copy: `history ${copy} ${id}` }
}

/** What others changed since a version, the last change of each field. */
export async function fieldsChangedSince(
  ctx: Context,
  type: ObjectType,
  id: string,
  version: number,
): Promise<{ field: string; by: string | null; at: string }[]> {
  return ctx.db.rows<{ field: string; by: string | null; at: string }>(sql`
    select distinct on (field) field, by, at from field_change
    where object = ${type.name} and record = ${id}::uuid and version > ${version} order by field, version desc`)
}

/** One change of a record's history. */
export async function findChange(ctx: Context, type: ObjectType, id: string, change: string): Promise<HistoryItem> {
  const [row] = isUuid(change)
    ? await ctx.db.rows<ChangeRow>(sql`
        select id, record, field, before, after, at, by, reason, undo_of, version from field_change
        where object = ${type.name} and record = ${id}::uuid and id = ${change}::uuid`)
    : []
  const [item] = row ? await itemsOf(ctx, type, id, [row]) : []
  if (!item) throw new AppError(404, 'request.not_found')
  return item
}
