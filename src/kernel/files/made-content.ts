import { Readable } from 'node:stream'
import type { Context } from '../context.ts'
import type { KeyOwner } from '../crypto/codec.ts'
import { sql } from '../query/sql.ts'
import { contentPieces } from './content.ts'
import { contentOf, fileLevel, filePlace, newSeal, putSealed } from './files.ts'

/*
 * Contents that the product makes itself, such as the file of an export. Nobody has uploaded them and no record holds them: only
 * whoever made them reads them. Each has a key of its own, which goes with its row; what is left on the disk opens no more.
 */

/** Keeps a content under an id that its maker has chosen; one of the same id is replaced. */
export async function keepMade(ctx: Context, id: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const seal = newSeal(ctx, id)
  const { size } = await putSealed(ctx, content, { id, seal })
  const owner: KeyOwner = { owner: id, level: fileLevel }
  const ring = await ctx.kernel.codec.sealing([owner])
  const name = ring.seal(id, filePlace(id, 'name'), owner)
  const key = ring.seal(seal.key.toString('base64'), filePlace(id, 'content'), owner)
  await ctx.db.rows(sql`
    insert into file (id, size, type, name, content_key) values (${id}::uuid, ${size}, 'application/octet-stream', ${name}, ${key})
    on conflict (id) do update set size = excluded.size, name = excluded.name, content_key = excluded.content_key`)
}

/** Such a content, to be read; nothing once it has been dropped. */
export async function openMade(ctx: Context, id: string): Promise<Readable | null> {
  const row = await findMade(ctx, id)
  return row && Readable.from(contentPieces(await contentOf(ctx, row)), { objectMode: false })
}

/** The same for the last time: once the transaction commits nobody opens it again, and its reader leaves nothing behind. */
export async function takeMade(ctx: Context, id: string): Promise<Readable | null> {
  const row = await findMade(ctx, id)
  if (!row) return null
  const content = await contentOf(ctx, row)
  await ctx.db.rows(sql`delete from file where id = ${id}::uuid`)
  const { files } = ctx.kernel
  const stream = Readable.from(contentPieces(content), { objectMode: false })
  // Read to its end or broken off, it was the last time; bytes that stay behind open no more.
  return stream.once('close', () => files.remove(id).catch(() => {}))
}

/** Takes such contents away: the keys with the transaction, the bytes behind it. */
export async function dropMade(ctx: Context, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  if (!ctx.tx) throw new Error('Contents go in the transaction of what they belong to')
  await ctx.db.rows(
    sql`delete from file where id = any(${ids as string[]}::uuid[]) and record is null and uploaded_by is null`,
  )
  const { files } = ctx.kernel
  ctx.tx.committed.push(async () => {
    for (const id of ids) await files.remove(id)
  })
}

type MadeRow = { id: string; hash: null; content_key: Buffer }

async function findMade(ctx: Context, id: string): Promise<MadeRow | null> {
  const [row] = await ctx.db.rows<MadeRow>(
    sql`select id, hash, content_key from file where id = ${id}::uuid and record is null and uploaded_by is null for update`,
  )
  return row ?? null
}
