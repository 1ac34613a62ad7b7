import { sql } from '../query/sql.ts'
import { leafHash } from './seal-tree.ts'

/** Every column of the trail, in the order in which a row is hashed. */
export const leafColumns = [
  'id',
  'xid',
  'epoch',
  'at',
  'actor',
  'session',
  'token',
  'channel',
  'action',
  'object',
  'record',
  'owner',
  'records',
  'level',
  'fields',
  'purpose',
  'rule',
  'reason',
  'result',
  'ip',
  'request',
  'body',
] as const

/** Each column as PostgreSQL writes it as text, in UTC: one way only, also years later. */
export const leafSelect = sql.raw(leafColumns.map((column) => `${column}::text`).join(', '))

/** The order of sealing, by the columns themselves: a bare name would mean the text that is selected. */
export const leafOrder = sql.raw('audit_event.epoch, audit_event.xid, audit_event.id')

export type LeafValues = readonly (string | null)[]

/** A row of a proof back in the order of its columns; what has no value is null. */
export function leafValuesOf(row: Readonly<Record<string, string | null>>): LeafValues {
  return leafColumns.map((column) => row[column] ?? null)
}

/** What is hashed of a row: its columns and its body, so that a change of either is found. */
function leafText(values: LeafValues): string {
  return JSON.stringify(values)
}

export function leafOf(values: LeafValues): Buffer {
  return leafHash(leafText(values))
}

export function leafValue(values: LeafValues, column: (typeof leafColumns)[number]): string | null {
  return values[leafColumns.indexOf(column)] ?? null
}
