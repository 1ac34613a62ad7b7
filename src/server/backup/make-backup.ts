import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import { type BaseBackup, isCopied, startBaseBackup } from '../postgres/base-backup.ts'
import { readCounts } from '../postgres/growing-counts.ts'
import { reachEmbedded } from '../postgres/reach.ts'
import { version } from '../version.ts'
import { lastBackupFile } from './last-backup.ts'
import { type Entry, tarEnd, tarFile, tarHead } from './tar.ts'

const suffix = '.tar.zst.age'

export type Manifest = {
  format: 2
  version: string
  madeAt: string
  entries: Entry[]
  /** Rows that stood in tables that only grow, before the copy began. */
  counts: Record<string, number>
}

export type BackupOptions = {
  dataDir: string
  to: string
  recipients: readonly string[]
  report(line: string): void
  now?: Date
}

/**
 * Copies the embedded database while it works, with the log that the copy needs and the stored files, into one file that
 * only the recipients' identities open. The keys stand elsewhere and never come in here.
 */
export async function makeBackup(options: BackupOptions): Promise<{ file: string; bytes: number }> {
  const { dataDir, to, recipients, report, now = new Date() } = options
  const database = await reachEmbedded(dataDir, report)
  try {
    await mkdir(to, { recursive: true })
    const file = join(to, `dossier-${now.toISOString().replace(/[:.]/g, '-').slice(0, 19)}${suffix}`)
    const encrypter = new Encrypter()
    for (const recipient of recipients) encrypter.addRecipient(recipient)
    const tar = Readable.from(archive({ url: database.url, cluster: database.cluster, dataDir, now, report }), {
      objectMode: false,
    })
    // Pages of tables shrink to a fraction, and to seal takes longer than to compress.
    const small = createZstdCompress()
    const copied = pipeline(tar, small)
    const sealed = await encrypter.encrypt(webStream(small))
    await Promise.all([copied, pipeline(nodeStream(sealed), onlyForOwner(`${file}.making`))])
    await syncFile(`${file}.making`)
    await rename(`${file}.making`, file)
    const { size } = await stat(file)
    await writeFile(lastBackupFile(dataDir), JSON.stringify({ file, at: now.toISOString(), bytes: size }))
    return { file, bytes: size }
  } finally {
    await database.stop()
    for (const name of await readdir(to).catch(() => []))
      if (name.endsWith(`${suffix}.making`)) await rm(join(to, name), { force: true })
  }
}

function onlyForOwner(path: string): Writable {
  return createWriteStream(path, { mode: 0o600 })
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}

type Source = { url: string; cluster: string; dataDir: string; now: Date; report(line: string): void }

async function* archive({ url, cluster, dataDir, now, report }: Source): AsyncGenerator<Buffer> {
  const entries: Entry[] = []
  const counts = await readCounts(url)
  const backup = await startBaseBackup(url)
  try {
    yield* folder(cluster, 'postgres', { entries, wanted: isCopied })
    report('the tables are copied; now the log of what changed meanwhile')
    yield* theLog(backup, cluster, entries)
  } finally {
    await backup.end()
  }
  // Contents come before the rows that name them, so that after the log's end all of them are there.
  yield* folder(join(dataDir, 'files'), 'files', { entries, wanted: (path) => !path.startsWith('incoming/') })
  const secret = join(dataDir, 'postgres.secret')
  yield* tarFile('postgres.secret', (await stat(secret)).size, { content: createReadStream(secret), entries })
  const manifest: Manifest = { format: 2, version, madeAt: now.toISOString(), entries, counts }
  yield* text('manifest.json', JSON.stringify(manifest), [])
  yield tarEnd()
}

async function* folder(
  root: string,
  name: string,
  { entries, wanted }: { entries: Entry[]; wanted(path: string): boolean },
): AsyncGenerator<Buffer> {
  yield tarHead(name, null)
  for (const each of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(each.parentPath, each.name)
    const inside = relative(root, path)
    if (!wanted(inside)) continue
    if (each.isDirectory()) yield tarHead(`${name}/${inside}`, null)
    else if (each.isFile()) {
      // Tables may be dropped while they are copied; the log tells of it.
      const size = (await stat(path).catch(() => undefined))?.size
      if (size !== undefined) yield* tarFile(`${name}/${inside}`, size, { content: readSafely(path), entries })
    }
  }
}

async function* readSafely(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) yield chunk
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

/** The label that tells the restored server where to begin, and the log from there to the end of the copy. */
async function* theLog(backup: BaseBackup, cluster: string, entries: Entry[]): AsyncGenerator<Buffer> {
  const { label, lastLog } = await backup.stop()
  yield* text('postgres/backup_label', label, entries)
  const logs = join(cluster, 'pg_wal')
  for (const name of (await readdir(logs)).sort()) {
    const isNeeded = /^[0-9A-F]{24}$/.test(name) && name >= backup.firstLog && name <= lastLog
    if (!isNeeded) continue
    const path = join(logs, name)
    yield* tarFile(`postgres/pg_wal/${name}`, (await stat(path)).size, { content: createReadStream(path), entries })
  }
}

async function* text(path: string, content: string, entries: Entry[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content)
  yield* tarFile(path, bytes.length, { content: Readable.from([bytes]), entries })
}

function webStream(stream: Readable): ReadableStream<Uint8Array> {
  // Node's web streams are those of the platform; the two declarations differ in name only.
  return Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>
}

function nodeStream(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream as unknown as Parameters<typeof Readable.fromWeb>[0])
}
