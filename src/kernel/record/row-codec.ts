import { holds, keysLiteral } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { KeyOwner, Place, Ring } from '../crypto/codec.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { fixed, list, name, type Sql, sql } from '../query/sql.ts'

/** A record on its way into its table: its id, and whose file it stands on. */
export type Housed = { id: string; owner: string }

/** The keys that a record's sealed values need. */
export function keysFor(
  fields: readonly BoundField[],
  values: Readonly<Record<string, unknown>>,
  owner: string,
): KeyOwner[] {
  return fields
    .filter(({ name: field, sealed }) => sealed && values[field] !== null && values[field] !== undefined)
    .map(({ field: { level } }) => ({ owner, level }))
}

/** A field's wire value as its SQL columns. Sealed values pass the codec here and nowhere else. */
export function encodeField(
  ring: Ring,
  type: ObjectType,
  bound: BoundField,
  { value, record }: { value: unknown; record: Housed },
): readonly unknown[] {
  if (value === null || value === undefined) return bound.columns.map(() => null)
  if (bound.sealed) {
    const text = bound.kind.toSealed?.(value) ?? String(value)
    return [ring.seal(text, placeOf(type, bound, record.id), { owner: record.owner, level: bound.field.level })]
  }
  return bound.kind.toRow?.(value) ?? [value]
}

/** Stands for a value whose key has been destroyed. */
const destroyed = Symbol('destroyed')

function decodeField(
  ring: Ring,
  type: ObjectType,
  bound: BoundField,
  { columns, record }: { columns: readonly unknown[]; record: string },
): unknown {
  const [first] = columns
  if (first === null || first === undefined) return null
  if (bound.sealed) {
    const text = ring.open(first as Buffer, placeOf(type, bound, record))
    return text === null ? destroyed : (bound.kind.fromSealed?.(text) ?? text)
  }
  return bound.kind.fromRow ? bound.kind.fromRow(columns) : first
}

function placeOf(type: ObjectType, bound: BoundField, record: string): Place {
  return { object: type.name, record, field: bound.name, copy: 'record' }
}

/** System columns that every answer shows, in the order of the select list. */
const systemSelect = [
  'id',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'import_id',
  'import_row',
]

type SystemRow = readonly [
  string,
  number,
  string,
  string | null,
  string,
  string | null,
  string | null,
  string | null,
  number,
]

/** A stored record in memory: wire values and what the core needs beside them. */
export type Stored = {
  id: string
  version: number
  createdAt: string
  createdBy: string | null
  updatedAt: string
  updatedBy: string | null
  deletedAt: string | null
  imported: { import: string; row: number } | null
  incomplete: readonly string[]
  /** A key of the reader may change, or take away. */
  writable: boolean
  deletable: boolean
  /** Keys of its values have been destroyed: these are empty for ever. */
  destroyed: boolean
  values: Record<string, unknown>
  /** Masks of values that were taken away, see `veiled`. */
  masked?: Record<string, string>
}

/** The select list of a record, with whether keys of the reader may change it and take it away. */
export function selectList(ctx: Context, type: ObjectType, fields: readonly BoundField[] = type.stored): Sql {
  if (!type.guarded) return sql`${shapeOf(type, fields).columns}, '{}'::text[], true, true`
  const changes = holds(ctx, type, 'update')
  const same = keysLiteral(ctx, type, 'update') === keysLiteral(ctx, type, 'delete')
  const guard = sql`, ${name(type.table, 'incomplete')}, ${changes}, ${same ? sql`null` : holds(ctx, type, 'delete')}`
  return sql`${shapeOf(type, fields).columns}${guard}`
}

type Shape = { columns: Sql; blank: Readonly<Record<string, null>>; sealed: readonly number[] }

const shapes = new WeakMap<readonly BoundField[], Shape>()

/** What is the same for all rows of a selection. Copies of a whole blank stay quick to spread and to write as JSON; objects grown key by key do not. */
function shapeOf(type: ObjectType, fields: readonly BoundField[]): Shape {
  const known = shapes.get(fields)
  if (known) return known
  const columns = [...systemSelect, ...fields.flatMap((field) => field.columns.map((column) => column.name))]
  const computed = [...type.fields.values()].filter(({ stored }) => !stored)
  const shape = {
    columns: fixed(list(columns.map((column) => name(type.table, column)))),
    blank: Object.fromEntries([...fields, ...computed].map((field) => [field.name, null])),
    sealed: sealedColumns(fields),
  }
  shapes.set(fields, shape)
  return shape
}

/** Where in a row sealed values stand. */
function sealedColumns(fields: readonly BoundField[]): number[] {
  let at = systemSelect.length
  return fields.flatMap((bound) => {
    const here = at
    at += bound.columns.length
    return bound.sealed ? [here] : []
  })
}

/** Reads what `selectList` selects, from array rows; computed fields are added. The keys of all sealed values come first. */
export async function decodeRows(
  ctx: Context,
  type: ObjectType,
  rows: readonly (readonly unknown[])[],
  fields: readonly BoundField[] = type.stored,
): Promise<Stored[]> {
  const { sealed } = shapeOf(type, fields)
  // What stands at a sealed field's place is its one column of bytes.
  const ring = await ctx.kernel.codec.opening(ctx.db, sealedIn(rows as readonly (readonly (Buffer | null)[])[], sealed))
  return rows.map((row) => decodeRow(ctx, type, row, { fields, ring }))
}

function* sealedIn(
  rows: readonly (readonly (Buffer | null)[])[],
  columns: readonly number[],
): Generator<Buffer | null | undefined> {
  if (columns.length) for (const row of rows) for (const column of columns) yield row[column]
}

function decodeRow(
  ctx: Context,
  type: ObjectType,
  row: readonly unknown[],
  { fields, ring }: { fields: readonly BoundField[]; ring: Ring },
): Stored {
  const id = String(row[0])
  const values: Record<string, unknown> = { ...shapeOf(type, fields).blank }
  let at = systemSelect.length
  let isDestroyed = false
  for (const bound of fields) {
    const next = at + bound.columns.length
    const columns = bound.columns.length === 1 ? [row[at]] : row.slice(at, next)
    const value = decodeField(ring, type, bound, { columns, record: id })
    if (value === destroyed) isDestroyed = true
    values[bound.name] = value === destroyed ? null : value
    at = next
  }
  // The select list fixes what stands where; pg has parsed each column by its type.
  const [, version, createdAt, createdBy, updatedAt, updatedBy, deletedAt, importId, importRow] =
    row as readonly unknown[] as SystemRow
  return {
    id,
    version,
    createdAt,
    createdBy,
    updatedAt,
    updatedBy,
    deletedAt,
    imported: importId ? { import: importId, row: importRow } : null,
    incomplete: (row[at] ?? []) as string[],
    writable: row[at + 1] === true,
    deletable: (row[at + 2] ?? row[at + 1]) === true,
    destroyed: isDestroyed,
    values: withComputed(ctx, type, values),
  }
}

/** Computed fields are functions of the others; nothing of them is stored. */
function withComputed(ctx: Context, type: ObjectType, values: Record<string, unknown>): Record<string, unknown> {
  for (const [field, { stored, field: definition }] of type.fields) {
    if (stored) continue
    const compute = definition.options.value
    values[field] =
      typeof compute === 'function'
        ? (compute(values, { now: ctx.now(), timeZone: ctx.kernel.settings.timeZone }) ?? null)
        : null
  }
  return values
}
