import type { Context } from '../context.ts'
import type { KeyOwner, Level, Place } from '../crypto/codec.ts'
import { passFilesOf } from '../files/files.ts'
import { moveFormDrafts } from '../form-draft/form-draft.ts'
import type { ObjectType } from '../object/object-type.ts'
import { moveProposals } from '../proposal/move-proposals.ts'
import { inJson } from '../query/in-json.ts'
import { sql } from '../query/sql.ts'
import { forgetMoved } from '../transfer/forget-moved.ts'
import { changePlace } from './history.ts'
import { moveAnswers } from './idempotency.ts'
import type { Stored } from './row-codec.ts'
import { beyondSight } from './transaction.ts'
import { moveOriginals, originalLevel } from './unresolved.ts'

type Move = { records: readonly Pick<Stored, 'id' | 'imported'>[]; from: string; to: string }

/**
 * All that is sealed of some records beside their own values goes with them to another file: whoever destroys the keys of the file that
 * they left takes nothing of them along, and whoever destroys those of the file where they stand leaves no copy.
 */
export async function moveCopies(ctx: Context, type: ObjectType, { records, from, to }: Move): Promise<void> {
  const ids = records.map(({ id }) => id)
  await moveOriginals(ctx, type, { ids, owner: to })
  await passFilesOf(ctx, type.name, { records: ids, owner: to })
  await moveHistory(ctx, type, ids, to)
  await moveAnswers(ctx, { records: new Set(ids), from, to })
  await beyondSight(ctx, () => moveProposals(ctx, type, { ids, to }))
  await moveFormDrafts(ctx, type, { ids, to })
  await forgetMoved(ctx, type, { imported: records.flatMap(({ imported }) => imported ?? []), from })
}

type Change = { id: string; record: string; field: string; before: Buffer | null; after: Buffer | null }

/** What the history tells stays as it is; only whose key seals it changes. Values whose key has been destroyed stay so. */
async function moveHistory(ctx: Context, type: ObjectType, ids: readonly string[], owner: string): Promise<void> {
  const rows = await ctx.db.rows<Change>(sql`
    select id, record, field, before, after from field_change
    where object = ${type.name} and record = any(${ids as string[]}::uuid[]) and owner is distinct from ${owner}::uuid for update`)
  if (!rows.length) return
  const keyOf = (field: string): KeyOwner => ({ owner, level: levelOf(type, field) })
  const opening = await ctx.kernel.codec.opening(
    ctx.db,
    rows.flatMap(({ before, after }) => [before, after]),
  )
  const sealing = await ctx.kernel.codec.sealing(rows.map(({ field }) => keyOf(field)))
  const again = (bytes: Buffer | null, place: Place, key: KeyOwner): string | null => {
    const text = bytes && opening.open(bytes, place)
    const sealed = text === null ? bytes : sealing.seal(text, place, key)
    return sealed && inJson(sealed)
  }
  const moved = rows.map((row) => ({
    id: row.id,
    before: again(row.before, changePlace(type.name, row.record, { ...row, copy: 'before' }), keyOf(row.field)),
    after: again(row.after, changePlace(type.name, row.record, { ...row, copy: 'after' }), keyOf(row.field)),
  }))
  await ctx.db.rows(sql`
    update field_change set owner = ${owner}::uuid, before = rows.before, after = rows.after
    from json_to_recordset(${JSON.stringify(moved)}::json) as rows(id uuid, before bytea, after bytea)
    where field_change.id = rows.id`)
}

/** A field that is no longer declared may have held anything. */
function levelOf(type: ObjectType, field: string): Level {
  return type.fields.get(field)?.field.level ?? originalLevel
}
