import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '#shared/app-error'
import { isVeiled } from '../access/field-access.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { NotSealedHere } from '../crypto/cipher.ts'
import { houseOwner, type KeyOwner, type Place } from '../crypto/codec.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'
import { load } from '../record/load.ts'
import { type Content, type ContentSeal, contentPieces } from './content.ts'
import { type Stored, TooLarge } from './file-store.ts'
import { soundType } from './sound-type.ts'

export type FileFacts = { id: string; name: string; size: number; type: string }

type FileRow = {
  id: string
  hash: Buffer | null
  size: number
  type: string
  name: Buffer
  content_key: Buffer | null
  uploaded_by: string | null
  object: string | null
  record: string | null
}

/** Types that a browser may show in place; all others are handed out as downloads. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'])
const largestFile = 200 * 1_048_576

/** Names and contents of files; a content's own key is sealed with its owner's, so that it can change hands. */
export const fileLevel = 2
const columns = sql`id, hash, size, type, name, content_key, uploaded_by, object, record`

export function filePlace(id: string, field: 'name' | 'content'): Place {
  return { object: 'file', record: id, field, copy: 'file' }
}

/** Takes in a content; what it is, its bytes say and not its name. It belongs to nobody's record until one names it. */
export async function storeFile(ctx: Context, content: AsyncIterable<Uint8Array>, name: string): Promise<FileFacts> {
  const id = randomUUIDv7()
  const seal = newSeal(ctx, id)
  const stored = await putSealed(ctx, content, { id, seal })
  const type = await typeOf(stored.head)
  const owner = uploaderKey(ctx.actor.id)
  const ring = await ctx.kernel.codec.sealing([owner])
  const sealed = ring.seal(cleanName(name), filePlace(id, 'name'), owner)
  const key = ring.seal(seal.key.toString('base64'), filePlace(id, 'content'), owner)
  await ctx.transaction(async (tx) => {
    await tx.db.rows(sql`
      insert into file (id, size, type, name, content_key, uploaded_by)
      values (${id}, ${stored.size}, ${type}, ${sealed}, ${key}, ${ctx.actor.id}::uuid)`)
  })
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'upload', object: 'file', record: id }))
  return { id, name: cleanName(name), size: stored.size, type }
}

/** Before a record names it, a file is its uploader's. */
export function uploaderKey(uploader: string | null): KeyOwner {
  return { owner: uploader ?? houseOwner, level: fileLevel }
}

export function newSeal(ctx: Context, id: string): ContentSeal {
  return { key: randomBytes(32), bound: boundTo(ctx, id) }
}

function boundTo(ctx: Context, id: string): string {
  return `${ctx.kernel.keys.house}\0${id}`
}

export async function putSealed(
  ctx: Context,
  content: AsyncIterable<Uint8Array>,
  { id, seal }: { id: string; seal: ContentSeal },
): Promise<Stored> {
  try {
    return await ctx.kernel.files.put(id, content, { limit: largestFile, seal })
  } catch (error) {
    if (error instanceof TooLarge)
      throw new AppError(413, 'request.too_large', { params: { limit: '200 MB' }, cause: error })
    throw error
  }
}

async function typeOf(head: Buffer): Promise<string> {
  const known = await fileTypeFromBuffer(head)
  if (known) return soundType(known.mime, head)
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
  const content = await contentOf(ctx, row)
  const ring = await ctx.kernel.codec.opening(ctx.db, [row.name])
  return {
    facts: { id, name: ring.open(row.name, filePlace(id, 'name')) ?? id, size: row.size, type: row.type },
    content: Readable.from(contentPieces(content), { objectMode: false }),
    inline: shown.has(row.type),
  }
}

/** A file that the house shows to everybody: it tells nothing about anybody, and the trail has no line of it. */
export async function openPublicFile(ctx: Context, id: string): Promise<{ type: string; content: Readable }> {
  const row = await findFile(ctx, id)
  const content = await contentOf(ctx, row)
  return { type: row.type, content: Readable.from(contentPieces(content), { objectMode: false }) }
}

/** Where a content lies and what opens it. */
export async function contentOf(ctx: Context, row: Pick<FileRow, 'id' | 'hash' | 'content_key'>): Promise<Content> {
  if (!row.content_key) {
    if (!row.hash || !(await ctx.kernel.keys.plain())) throw new NotSealedHere()
    return { path: ctx.kernel.files.plainPathOf(row.hash) }
  }
  const ring = await ctx.kernel.codec.opening(ctx.db, [row.content_key])
  const key = ring.open(row.content_key, filePlace(row.id, 'content'))
  if (key === null) throw new AppError(409, 'record.destroyed')
  return { path: ctx.kernel.files.pathOf(row.id), seal: { key, bound: boundTo(ctx, row.id) } }
}

async function findFile(ctx: Context, id: string): Promise<FileRow> {
  const [row] = isUuid(id) ? await ctx.db.rows<FileRow>(sql`select ${columns} from file where id = ${id}::uuid`) : []
  if (!row) throw new AppError(404, 'request.not_found')
  if (row.object && row.record) {
    const { object, record } = row
    const type = ctx.type(object)
    const { values } = await ctx.transaction((tx) => load(tx, type, record))
    if (isInVeiled(ctx, type, { id, values })) throw new AppError(404, 'request.not_found')
  } else if (row.uploaded_by !== ctx.actor.id) throw new AppError(404, 'request.not_found')
  return row
}

/** What a field holds is seen as the field is; what none holds any longer, as the object's fields for files are. */
function isInVeiled(
  ctx: Context,
  type: ObjectType,
  { id, values }: { id: string; values: Readonly<Record<string, unknown>> },
): boolean {
  const fields = type.stored.filter(({ kind }) => kind.holdsFiles)
  const holding = fields.filter((bound) => filesIn([bound], values).includes(id))
  const asked = holding.length ? holding : fields
  return asked.length > 0 && asked.every((bound) => isVeiled(ctx, type, bound))
}

/** The content of a file that the caller uploaded, for parts of the server that read it themselves. */
export async function storedContent(ctx: Context, id: string): Promise<Content> {
  return contentOf(ctx, await findFile(ctx, id))
}

/** Facts of files that records name, as far as they hold them: for links beside the record. */
export async function fileFacts(ctx: Context, ids: readonly string[]): Promise<Record<string, FileFacts>> {
  if (!ids.length) return {}
  const rows = await ctx.db.rows<FileRow>(sql`select ${columns} from file where id = any(${ids as string[]}::uuid[])`)
  const ring = await ctx.kernel.codec.opening(
    ctx.db,
    rows.map(({ name }) => name),
  )
  return Object.fromEntries(
    rows.map(({ id, size, type, name }) => [
      id,
      { id, size, type, name: ring.open(name, filePlace(id, 'name')) ?? id },
    ]),
  )
}

/** Ids of all files that a record's values name. */
export function filesIn(fields: readonly BoundField[], values: Readonly<Record<string, unknown>>): string[] {
  return fields.flatMap(({ name, kind }) => {
    const value = kind.holdsFiles ? values[name] : undefined
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
  })
}

/** Which of these files a form of a record may name: one's own uploads that nothing holds yet, and those of the record. */
export async function filesWithin(
  ctx: Context,
  { object, record = null }: { object: string; record?: string | null },
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!ids.length) return new Set()
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select id from file where id = any(${ids as string[]}::uuid[])
      and ((record is null and uploaded_by = ${ctx.actor.id}::uuid) or (object = ${object} and record = ${record}::uuid))`)
  return new Set(rows.map(({ id }) => id))
}

/** Ties uploads to the record that names them. Only one's own upload, or a file of the same record, can be named. */
export async function bindFiles(
  ctx: Context,
  { object, record, owner }: { object: string; record: string; owner: string },
  ids: readonly string[],
): Promise<void> {
  if (!ids.length) return
  const bound = await ctx.db.rows<FileRow>(sql`
    update file set object = ${object}, record = ${record}::uuid
    where id = any(${ids as string[]}::uuid[]) and record is null and uploaded_by = ${ctx.actor.id}::uuid returning ${columns}`)
  await passFiles(ctx, owner, bound)
  const [row] = await ctx.db.rows<{ held: number }>(sql`
    select count(*) as held from file where id = any(${ids as string[]}::uuid[]) and object = ${object} and record = ${record}::uuid`)
  if (row?.held !== new Set(ids).size) throw new AppError(422, 'field.file_unknown')
}

/** What one record held is another's from now on, under the key that it has. */
export async function rebindFiles(
  ctx: Context,
  object: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await ctx.db.rows(sql`update file set record = ${to}::uuid where object = ${object} and record = ${from}::uuid`)
}

/** All files of a record that moves to another file go with that one's keys. */
export async function passFilesOf(
  ctx: Context,
  object: string,
  { records, owner }: { records: readonly string[]; owner: string },
): Promise<void> {
  await passFiles(
    ctx,
    owner,
    await ctx.db.rows<FileRow>(
      sql`select ${columns} from file where object = ${object} and record = any(${records as string[]}::uuid[]) for update`,
    ),
  )
}

/** A list that is imported is the import's: its key goes with it. */
export async function passFile(ctx: Context, id: string, owner: string): Promise<void> {
  await passFiles(
    ctx,
    owner,
    await ctx.db.rows<FileRow>(sql`select ${columns} from file where id = ${id}::uuid for update`),
  )
}

/** Names and keys of contents under another owner's key; the contents stay as they are. */
async function passFiles(
  ctx: Context,
  owner: string,
  rows: readonly Pick<FileRow, 'id' | 'name' | 'content_key'>[],
): Promise<void> {
  if (!rows.length) return
  const key: KeyOwner = { owner, level: fileLevel }
  const opening = await ctx.kernel.codec.opening(
    ctx.db,
    rows.flatMap((row) => [row.name, row.content_key]),
  )
  const sealing = await ctx.kernel.codec.sealing([key])
  for (const row of rows) {
    const again = (bytes: Buffer | null, place: Place): Buffer | null => {
      const text = bytes && opening.open(bytes, place)
      return text === null ? bytes : sealing.seal(text, place, key)
    }
    await ctx.db.rows(sql`
      update file set name = ${again(row.name, filePlace(row.id, 'name'))}, content_key = ${again(row.content_key, filePlace(row.id, 'content'))}
      where id = ${row.id}::uuid`)
  }
}
