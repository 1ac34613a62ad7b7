import type { Context } from '../context.ts'
import type { KeyOwner, Level, Place } from '../crypto/codec.ts'
import { passFilesOf } from '../files/files.ts'
import { moveFormDrafts } from '../form-draft/form-draft.ts'
import type { ObjectType } from '../object/object-type.ts'
import { moveProposals } from '../proposal/move-proposals.ts'
import { sql } from '../query/sql.ts'
import { forgetMoved } from '../transfer/forget-moved.ts'
import { changePlace } from './history.ts'
import { moveAnswers } from './idempotency.ts'
import type { Stored } from './row-codec.ts'
import { beyondSight } from './transaction.ts'
import { moveOriginals, originalLevel } from './unresolved.ts'

type Move = { id: string; from: string; to: string; imported: Stored['imported'] }

/**
 * All that is sealed of a record beside its own values goes with it to another file: whoever destroys the keys of the file that
 * it left takes nothing of it along, and whoever destroys those of the file where it stands leaves no copy.
 */
export async function moveCopies(ctx: Context, type: ObjectType, { id, from, to, imported }: Move): Promise<void> {
  await moveOriginals(ctx, type, { id, owner: to })
  await passFilesOf(ctx, type.name, id, to)
  await moveHistory(ctx, type, id, to)
  await moveAnswers(ctx, { record: id, from, to })
  await beyondSight(ctx, () => moveProposals(ctx, type, { id, to }))
  await moveFormDrafts(ctx, type, { id, to })
  await forgetMoved(ctx, type, { imported, from })
}

/** What the history tells stays as it is; only whose key seals it changes. Values whose key has been destroyed stay so. */
async function moveHistory(ctx: Context, type: ObjectType, record: string, owner: string): Promise<void> {
  const rows = await ctx.db.rows<{ id: string; field: string; before: Buffer | null; after: Buffer | null }>(sql`
    select id, field, before, after from field_change
    where object = ${type.name} and record = ${record}::uuid and owner is distinct from ${owner}::uuid for update`)
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
    return sealed && `\\x${sealed.toString('hex')}`
  }
  const moved = rows.map((row) => ({
    id: row.id,
    before: again(row.before, changePlace(type.name, record, { ...row, copy: 'before' }), keyOf(row.field)),
    after: again(row.after, changePlace(type.name, record, { ...row, copy: 'after' }), keyOf(row.field)),
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
