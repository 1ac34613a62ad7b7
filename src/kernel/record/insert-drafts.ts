import { keepHolders } from '../access/holders.ts'
import type { Context } from '../context.ts'
import type { Ring } from '../crypto/codec.ts'
import { bindFiles, filesIn } from '../files/files.ts'
import { guardSaid } from '../integrity/covered-rows.ts'
import { proofKey, prove } from '../integrity/row-proof.ts'
import { coveredFields } from '../object/covered-fields.ts'
import { type ObjectType, systemColumns } from '../object/object-type.ts'
import { type RowArrays, rowArrays } from '../query/row-arrays.ts'
import { searchTexts } from '../query/search-text.ts'
import { name, sql } from '../query/sql.ts'
import { type Draft, ownerOf } from './draft.ts'
import { follow } from './follow.ts'
import { passIncomplete } from './incomplete.ts'
import { insertLookups, lookupRows } from './lookups.ts'
import { refreshRollups } from './rollups.ts'
import { encodeField, keysFor } from './row-codec.ts'
import { eventsByCircle, writeTrail } from './trail.ts'
import { insertUnresolved, originalLevel } from './unresolved.ts'

/** Writes new records with all that follows them: one statement per table. */
export async function insertDrafts(
  ctx: Context,
  type: ObjectType,
  drafts: readonly Draft[],
  reason?: string,
): Promise<void> {
  if (!drafts.length) return
  const ring = await ringFor(ctx, type, drafts)
  const { names, values, source } = arraysOf(type)
  const rows = source(drafts.map((draft) => rowOf(ctx, type, draft, ring)))
  await ctx.db.rows(sql`insert into ${name(type.table)} (${names}) select ${values} from ${rows}`, { steady: true })
  await insertLookups(
    ctx,
    drafts.flatMap((draft) => lookupRows(type, { ...draft, owner: ownerOf(draft) })),
  )
  await insertUnresolved(ctx, type, { drafts: drafts.map((draft) => ({ ...draft, owner: ownerOf(draft) })), ring })
  for (const draft of drafts)
    await bindFiles(
      ctx,
      { object: type.name, record: draft.id, owner: ownerOf(draft) },
      filesIn(type.stored, draft.values),
    )
  await writeTrail(ctx, type.name, {
    audit: drafts.map((draft) => ({
      action: 'create',
      record: draft.id,
      owner: ownerOf(draft),
      level: draft.guard?.level ?? null,
      fields: Object.keys(draft.values).filter((field) => draft.values[field] !== null),
      reason,
      ...(draft.alone ? { detail: { alone: true } } : {}),
    })),
    events: eventsByCircle(
      'create',
      drafts.map(({ id, guard }) => ({ id, acl: guard?.read ?? null, level: guard?.level ?? null })),
    ),
  })
  await refreshRollups(ctx, type, (via) =>
    drafts.flatMap(({ values }) => (typeof values[via] === 'string' ? [values[via]] : [])),
  )
  await passIncomplete(
    ctx,
    type,
    drafts.flatMap(({ guard, incomplete }) => (incomplete.length && guard?.owner ? [guard.owner] : [])),
  )
  await keepHolders(ctx, type, drafts)
  const records = drafts.map(({ id, values: after }) => ({ id, before: null, after }))
  await follow(ctx, type, { action: 'create', records })
}

/** The keys of all that is sealed of new records. */
function ringFor(ctx: Context, type: ObjectType, drafts: readonly Draft[]): Promise<Ring> {
  const ofRecords = drafts.flatMap((draft) => {
    const owner = ownerOf(draft)
    const originals = draft.unread.length ? [{ owner, level: originalLevel } as const] : []
    return [...keysFor(type.stored, draft.values, owner), ...originals]
  })
  return ctx.kernel.codec.sealing(coveredFields(type).length ? [proofKey, ...ofRecords] : ofRecords)
}

const arrays = new WeakMap<ObjectType, RowArrays>()

/** What stands in every insert of a type, written out once. */
function arraysOf(type: ObjectType): RowArrays {
  const known = arrays.get(type)
  if (known) return known
  const made = rowArrays([...systemColumns(type), ...type.stored.flatMap((field) => field.columns)])
  arrays.set(type, made)
  return made
}

/** One row of the insert; most fields of most records are empty. */
function rowOf(ctx: Context, type: ObjectType, draft: Draft, ring: Ring): Record<string, unknown> {
  const now = ctx.now().toISOString()
  const { origin, guard } = draft
  const row: Record<string, unknown> = {
    ...arraysOf(type).blank,
    id: draft.id,
    version: 1,
    created_at: origin.createdAt ?? now,
    created_by: origin.createdBy ?? ctx.actor.id,
    updated_at: now,
    updated_by: origin.createdBy ?? ctx.actor.id,
    import_id: origin.import?.id ?? null,
    import_row: origin.import?.row ?? null,
  }
  if (guard) {
    row.acl_read = guard.read
    row.acl_write = guard.write
    row.acl_level = guard.level
    row.incomplete = draft.incomplete
    if (type.definition.team) row.acl_work = guard.work
  }
  if (type.searchable.length) {
    const { text, latin } = searchTexts(ctx, type, draft.values)
    row.search_text = text
    row.search_latin = latin
  }
  if (coveredFields(type).length)
    row.row_proof = prove(ring, type, { ...draft, deleted: false, guard: guardSaid(type, guard) })
  const record = { id: draft.id, owner: ownerOf(draft) }
  for (const bound of type.stored) {
    const value = draft.values[bound.name]
    if (value === null || value === undefined) continue
    const encoded = encodeField(ring, type, bound, { value, record })
    bound.columns.forEach((column, index) => {
      row[column.name] = encoded[index]
    })
  }
  return row
}
