import { randomUUIDv7 } from 'node:crypto'
import type { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '#shared/app-error'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import { sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'
import { load } from '../record/load.ts'
import { TooLarge } from './file-store.ts'

export type FileFacts = { id: string; name: string; size: number; type: string }

type FileRow = {
  id: string
  hash: Buffer
  size: number
  type: string
  name: Buffer
  uploaded_by: string | null
  object: string | null
  record: string | null
}

/** Types that a browser may show in place; all others are handed out as downloads. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'])
const largestFile = 200 * 1_048_576

const namePlace = (id: string) => ({ object: 'file', record: id, field: 'name', level: 2 }) as const

/** Takes in a content; what it is, its bytes say and not its name. It belongs to nobody's record until one names it. */
export async function storeFile(ctx: Context, content: AsyncIterable<Uint8Array>, name: string): Promise<FileFacts> {
  const stored = await put(ctx, content)
  const id = randomUUIDv7()
  const type = await typeOf(stored.head)
  const sealed = ctx.kernel.codec.seal(cleanName(name), namePlace(id))
  await ctx.transaction(async (tx) => {
    await tx.db.rows(sql`
      insert into file (id, hash, size, type, name, uploaded_by) values (${id}, ${stored.hash}, ${stored.size}, ${type}, ${sealed}, ${ctx.actor.id}::uuid)`)
  })
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'upload', object: 'file', record: id }))
  return { id, name: cleanName(name), size: stored.size, type }
}

async function put(ctx: Context, content: AsyncIterable<Uint8Array>) {
  try {
    return await ctx.kernel.files.put(content, largestFile)
  } catch (error) {
    if (error instanceof TooLarge)
      throw new AppError(413, 'request.too_large', { params: { limit: '200 MB' }, cause: error })
    throw error
  }
}

async function typeOf(head: Buffer): Promise<string> {
  const known = await fileTypeFromBuffer(head)
  if (known) return known.mime
  return head.includes(0) ? 'application/octet-stream' : 'text/plain'
}

/** A name for display and download alone; it never becomes a path. */
function cleanName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
    .trim()
    .slice(-200)
  return clean || 'file'
}

/** A file is seen by whoever sees the record that holds it; before that by who uploaded it. */
export async function openFile(
  ctx: Context,
  id: string,
): Promise<{ facts: FileFacts; content: Readable; inline: boolean }> {
  const row = await findFile(ctx, id)
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'download', object: 'file', record: id, owner: row.record }))
  const name = ctx.kernel.codec.open(row.name, namePlace(id))
  return {
    facts: { id, name, size: row.size, type: row.type },
    content: ctx.kernel.files.read(row.hash),
    inline: shown.has(row.type),
  }
}

async function findFile(ctx: Context, id: string): Promise<FileRow> {
  const [row] = isUuid(id)
    ? await ctx.db.rows<FileRow>(
        sql`select id, hash, size, type, name, uploaded_by, object, record from file where id = ${id}::uuid`,
      )
    : []
  if (!row) throw new AppError(404, 'request.not_found')
  if (row.object && row.record) {
    const { object, record } = row
    await ctx.transaction((tx) => load(tx, tx.type(object), record))
  } else if (row.uploaded_by !== ctx.actor.id) throw new AppError(404, 'request.not_found')
  return row
}

/** Where a file that the caller uploaded lies, for parts of the server that read it by path. */
export async function storedPath(ctx: Context, id: string): Promise<string> {
  return ctx.kernel.files.pathOf((await findFile(ctx, id)).hash)
}

/** Facts of files that records name, as far as they hold them: for links beside the record. */
export async function fileFacts(ctx: Context, ids: readonly string[]): Promise<Record<string, FileFacts>> {
  if (!ids.length) return {}
  const rows = await ctx.db.rows<FileRow>(
    sql`select id, hash, size, type, name, uploaded_by, object, record from file where id = any(${ids as string[]}::uuid[])`,
  )
  return Object.fromEntries(
    rows.map(({ id, size, type, name }) => [id, { id, size, type, name: ctx.kernel.codec.open(name, namePlace(id)) }]),
  )
}

/** Ids of all files that a record's values name. */
export function filesIn(fields: readonly BoundField[], values: Readonly<Record<string, unknown>>): string[] {
  return fields.flatMap(({ name, kind }) => {
    const value = kind.holdsFiles ? values[name] : undefined
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
  })
}

/** Ties uploads to the record that names them. Only one's own upload, or a file of the same record, can be named. */
export async function bindFiles(ctx: Context, object: string, record: string, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await ctx.db.rows(sql`
    update file set object = ${object}, record = ${record}::uuid
    where id = any(${ids as string[]}::uuid[]) and record is null and uploaded_by = ${ctx.actor.id}::uuid`)
  const [row] = await ctx.db.rows<{ held: number }>(sql`
    select count(*) as held from file where id = any(${ids as string[]}::uuid[]) and object = ${object} and record = ${record}::uuid`)
  if (row?.held !== new Set(ids).size) throw new AppError(422, 'field.file_unknown')
}
