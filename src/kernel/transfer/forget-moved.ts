import type { FieldError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { KeyOwner } from '../crypto/codec.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import { cellsLevel, rowPlace } from './row-place.ts'

type Row = { import: string; row: number }
type Moved = { imported: readonly Row[]; from: string }
type KeptRow = { cells: Buffer; errors: FieldError[]; mapping: (string | null)[] }

/**
 * A row of a list with trouble is sealed for the file that it became, and holds the people of that file too. Of one who moves to
 * another file it keeps nothing: neither cells nor what was wrong with them. A row that has nothing left to say goes.
 */
export async function forgetMoved(ctx: Context, type: ObjectType, { imported, from }: Moved): Promise<void> {
  if (!imported.length) return
  const kept = await ctx.db.rows<Row>(sql`
    select import_row.import, import_row.row from import_row
    join json_to_recordset(${JSON.stringify(imported)}::json) as rows(import uuid, "row" integer)
      on rows.import = import_row.import and rows.row = import_row.row
    where record = ${from}::uuid`)
  // Several people of one row are its trouble once.
  for (const one of new Map(kept.map((row) => [`${row.import} ${row.row}`, row])).values())
    await forgetRow(ctx, type, one, from)
}

async function forgetRow(ctx: Context, type: ObjectType, { import: list, row }: Row, from: string): Promise<void> {
  const [kept] = await ctx.db.rows<KeptRow>(sql`
    select cells, errors, import.settings -> 'mapping' as mapping from import_row join import on import.id = import_row.import
    where import_row.import = ${list}::uuid and row = ${row} and record = ${from}::uuid for update of import_row`)
  if (!kept) return
  const place = rowPlace(list, row)
  const text = (await ctx.kernel.codec.opening(ctx.db, [kept.cells])).open(kept.cells, place)
  if (text === null) return
  const prefix = `${type.name}.`
  const errors = kept.errors.filter(({ path }) => !path.startsWith(prefix))
  if (!errors.length) {
    await ctx.db.rows(sql`delete from import_row where import = ${list}::uuid and row = ${row}`)
    return
  }
  const cells: string[] = JSON.parse(text)
  const left = cells.map((cell, column) => (kept.mapping[column]?.startsWith(prefix) ? '' : cell))
  const key: KeyOwner = { owner: from, level: cellsLevel }
  const sealed = (await ctx.kernel.codec.sealing([key])).seal(JSON.stringify(left), place, key)
  await ctx.db.rows(sql`
    update import_row set cells = ${sealed}, errors = ${JSON.stringify(errors)}::jsonb
    where import = ${list}::uuid and row = ${row}`)
}
