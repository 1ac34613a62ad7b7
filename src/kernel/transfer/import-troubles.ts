import type { FieldError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { KeyOwner } from '../crypto/codec.ts'
import { sql } from '../query/sql.ts'
import { importKey } from './imports.ts'
import { cellsLevel, rowPlace } from './row-place.ts'
import type { TableRow } from './table.ts'

/** A row that is told of, with its reasons. `record`: what it became, or, of one left out, what it is the same as. */
export type Trouble = {
  row: TableRow
  state: 'failed' | 'incomplete' | 'skipped'
  record: string | null
  errors: readonly FieldError[]
}

/** The rows of the error file: their cells through the codec, their reasons as codes. */
export async function keepTroubles(ctx: Context, importId: string, troubles: readonly Trouble[]): Promise<void> {
  if (!troubles.length) return
  const keyed = troubles.map((trouble) => ({ ...trouble, key: keyOf(importId, trouble) }))
  const ring = await ctx.kernel.codec.sealing(keyed.map(({ key }) => key))
  const rows = keyed.map(({ row, state, record, errors, key }) => ({
    row: row.row,
    state,
    cells: `\\x${ring.seal(JSON.stringify(row.cells), rowPlace(importId, row.row), key).toString('hex')}`,
    errors: errors.map(({ path, code, params = {} }) => ({ path, code, params: withoutInput(params) })),
    record,
  }))
  await ctx.db.rows(sql`
    insert into import_row (import, row, state, cells, errors, record)
    select ${importId}::uuid, row, state, cells, errors, record
    from json_to_recordset(${JSON.stringify(rows)}::json) as rows(row integer, state text, cells bytea, errors jsonb, record uuid)`)
}

/** A row goes with the keys of the record that it is; one that failed with the import's. */
function keyOf(importId: string, { record }: Trouble): KeyOwner {
  return record ? { owner: record, level: cellsLevel } : importKey(importId, cellsLevel)
}

/** What was typed stands in the sealed cells; the reason alone needs no copy of it. */
function withoutInput({ input: _, ...params }: Record<string, unknown>): Record<string, unknown> {
  return params
}
