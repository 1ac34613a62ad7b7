import type { Context } from '../context.ts'
import { contentPieces } from '../files/content.ts'
import { fileLevel, filePlace, newSeal, uploaderKey } from '../files/files.ts'
import { name, sql } from '../query/sql.ts'
import { isSealed } from './cipher.ts'
import type { KeyOwner } from './codec.ts'
import type { Walked } from './seal-records.ts'

type FileRow = {
  id: string
  hash: Buffer | null
  size: number
  name: Buffer
  content_key: Buffer | null
  uploaded_by: string | null
  object: string | null
  record: string | null
  import: string | null
}

/** Few, as their contents may be large. */
const batchSize = 20

/** Seals names and contents of files. A content is written sealed before its row says so; the plain one goes at the end. */
export async function sealFiles(ctx: Context, from: string): Promise<Walked> {
  const rows = await ctx.db.rows<FileRow>(sql`
    select id, hash, size, name, content_key, uploaded_by, object, record,
      (select import.id from import where import.file = file.id limit 1) as import
    from file where id > ${from}::uuid order by id limit ${batchSize} for update`)
  for (const row of rows) if (!isSealed(row.name) || !row.content_key) await sealFile(ctx, row)
  return { after: rows.length === batchSize ? (rows.at(-1)?.id ?? null) : null, count: rows.length }
}

async function sealFile(ctx: Context, row: FileRow): Promise<void> {
  const key = await keyOf(ctx, row)
  const ring = await ctx.kernel.codec.sealing([key])
  const sealedName = isSealed(row.name)
    ? row.name
    : ring.seal(row.name.toString('utf8'), filePlace(row.id, 'name'), key)
  if (row.content_key || !row.hash) {
    await ctx.db.rows(sql`update file set name = ${sealedName} where id = ${row.id}::uuid`)
    return
  }
  const seal = newSeal(ctx, row.id)
  await ctx.kernel.files.put(row.id, contentPieces(ctx.kernel.files.plainPathOf(row.hash)), {
    limit: row.size,
    seal,
  })
  const contentKey = ring.seal(seal.key.toString('base64'), filePlace(row.id, 'content'), key)
  await ctx.db.rows(sql`
    update file set name = ${sealedName}, content_key = ${contentKey}, hash = null
    where id = ${row.id}::uuid`)
}

async function keyOf(ctx: Context, row: FileRow): Promise<KeyOwner> {
  if (row.import) return { owner: row.id, level: fileLevel }
  const type = row.object ? ctx.kernel.registry.objects.get(row.object) : undefined
  if (!type || !row.record) return uploaderKey(row.uploaded_by)
  if (!type.parent) return { owner: row.record, level: fileLevel }
  const [found] = await ctx.db.rows<{ owner: string }>(
    sql`select ${name(type.parent.column)} as owner from ${name(type.table)} where id = ${row.record}::uuid`,
  )
  return { owner: found?.owner ?? row.record, level: fileLevel }
}
