import { AppError } from '#shared/app-error'
import { requireDuty } from '../access/duties.ts'
import { requireFreshProof } from '../access/fresh-proof.ts'
import type { Context } from '../context.ts'
import { shredOwners } from '../crypto/shred.ts'
import { appendShredLog } from '../crypto/shred-log.ts'
import { joinedTo } from '../merge/merged.ts'
import type { ObjectType } from '../object/object-type.ts'
import { endWholes } from '../proposal/end-wholes.ts'
import { wholesOf } from '../proposal/pass-guard.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'
import { eventsByCircle, writeTrail } from './trail.ts'

/**
 * Destroys the keys of a file: every sealed copy of its values becomes unreadable, here and in every backup that is brought
 * back. Whoever keeps the keys may do it without seeing the file.
 */
export async function destroyKeys(
  ctx: Context,
  type: ObjectType,
  id: string,
  { reason }: { reason: string },
): Promise<{ owners: number }> {
  requireDuty(ctx, 'keys')
  requireFreshProof(ctx)
  if (type.parent || !type.guarded || !isUuid(id)) throw new AppError(404, 'request.not_found')
  const owners = await ctx.asSystem('destroy keys').transaction(async (tx) => {
    const facts = await findFile(tx, type, id)
    // What was joined into the file is the same person's.
    const keys = await ownersOf(tx, type, { id, list: facts.import_id })
    for (const joined of await joinedTo(tx, type, id)) keys.push(...(await ownersOfJoined(tx, type, joined)))
    const wholes = await wholesOf(tx, id)
    keys.push(...wholes)
    await endWholes(tx, wholes)
    await shredOwners(tx.db, keys, { actor: ctx.actor.id, reason })
    await tx.db.rows(sql`delete from form_draft where owner = any(${keys}::uuid[])`)
    await tx.db.rows(sql`delete from unresolved where record = any(${keys}::uuid[])`)
    await writeTrail(tx.with({ actor: { ...tx.actor, session: ctx.actor.session } }), type.name, {
      audit: [{ action: 'destroy', record: id, owner: id, level: facts.acl_level, reason }],
      events: eventsByCircle('destroy', [{ id, acl: facts.acl_read, level: facts.acl_level }]),
    })
    tx.tx?.committed.push(async () => {
      for (const owner of keys) ctx.kernel.keys.forget(owner)
      await appendShredLog(ctx.kernel.keys.folder, keys)
    })
    return keys
  })
  return { owners: owners.length }
}

async function ownersOfJoined(tx: Context, type: ObjectType, id: string): Promise<string[]> {
  const [row] = await tx.db.rows<{ list: string | null }>(
    sql`select import_id as list from ${name(type.table)}
      where id = ${id}::uuid and not exists (select from shred_ledger where owner = ${id}::uuid)`,
  )
  return row ? ownersOf(tx, type, { id, list: row.list }) : []
}

type File = { acl_read: number[]; acl_level: number; import_id: string | null; destroyed: boolean }

/** Live or in the recycle bin; once only. */
async function findFile(tx: Context, type: ObjectType, id: string): Promise<File> {
  const [row] = await tx.db.rows<File>(sql`
    select acl_read, acl_level, import_id, exists (select from shred_ledger where owner = ${id}::uuid) as destroyed
    from ${name(type.table)} where id = ${id}::uuid for update`)
  if (!row) throw new AppError(404, 'request.not_found')
  if (row.destroyed) throw new AppError(409, 'record.destroyed')
  return row
}

/**
 * Whose keys seal something of the file: its own, those of records on it that have any, and the lists that it and they were
 * imported from, which hold their values among others'.
 */
async function ownersOf(
  tx: Context,
  type: ObjectType,
  { id, list }: { id: string; list: string | null },
): Promise<string[]> {
  const children = tx.kernel.registry.children(type.name).map((child): Sql => {
    const on = sql`from ${name(child.table)} where ${name(child.table, child.parent?.column ?? '')} = ${id}::uuid`
    return sql`select id ${on} union all select file from import where id in (select import_id ${on})`
  })
  const lists = sql`select file from import where id = ${list}::uuid`
  const found = await tx.db.rows<{ owner: string }>(sql`
    select distinct owner from data_key where owner in (${sql.join([...children, lists], sql` union all `)})`)
  return [id, ...found.map(({ owner }) => owner)]
}
