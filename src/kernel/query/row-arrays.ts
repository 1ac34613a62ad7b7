import type { Column } from '../object/bound-field.ts'
import { fixed, list, name, type Sql, sql } from './sql.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

/** Many rows for one `insert into t (names) select values from source`. */
export type RowArrays = {
  names: Sql
  values: Sql
  source(rows: Rows): Sql
  /** A row of nothing, to begin from: copies of it are far quicker to read than objects grown key by key. */
  blank: Readonly<Record<string, null>>
}

/**
 * Rows as one array for each column: PostgreSQL reads these in a third of the time that it takes for objects in JSON.
 * What a row leaves out is NULL.
 */
export function rowArrays(columns: readonly Column[]): RowArrays {
  const names = fixed(list(columns.map((column) => name(column.name))))
  // Arrays of arrays are tables in PostgreSQL, and those of JSON are read as JSON's own: both travel as texts.
  const isText = ({ type }: Column): boolean => type.endsWith('[]') || type === 'jsonb'
  const values = columns.map((column) =>
    isText(column) ? sql`${name(column.name)}::${sql.raw(column.type)}` : name(column.name),
  )
  // Written out before, so that the many parameters cost nothing to put together.
  const casts = columns.map((column) => `::${isText(column) ? 'text' : column.type}[]`)
  const parts = ['unnest(', ...casts.slice(0, -1).map((cast) => `${cast}, `), `${casts.at(-1)}) as rows(`, ')']
  const template = Object.assign(parts, { raw: parts })
  return {
    names,
    values: fixed(list(values)),
    blank: Object.fromEntries(columns.map((column) => [column.name, null])),
    source: (rows) => sql(template, ...columns.map((column) => arrayOf(column, rows)), names),
  }
}

/** An array in PostgreSQL's own writing; one of nothing but NULL is NULL itself, which `unnest` fills up. */
function arrayOf({ name: column, type }: Column, rows: Rows): string | null {
  let filled = false
  const elements = rows.map((row) => {
    const value = row[column]
    if (value === null || value === undefined) return null
    filled = true
    return type === 'jsonb' ? JSON.stringify(value) : elementOf(value)
  })
  return filled ? written(elements) : null
}

type Element = string | number | boolean | null

function elementOf(value: unknown): Element {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  return Array.isArray(value) ? written(value.map((each) => (each === null ? null : elementOf(each)))) : String(value)
}

/** What JSON may write for a character that PostgreSQL would take for the letter behind the backslash. */
const escaped = /\\[bfnrtu]/

/** JSON writes lists as PostgreSQL does but for their brackets and such escapes, and many times as fast as we could. */
function written(elements: readonly Element[]): string {
  const json = JSON.stringify(elements)
  return `{${escaped.test(json) ? elements.map(quoted).join(',') : json.slice(1, -1)}}`
}

function quoted(element: Element): string {
  return element === null ? 'NULL' : `"${String(element).replace(/["\\]/g, '\\$&')}"`
}
