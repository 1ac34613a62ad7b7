import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cp, type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { migrate, openDatabase, sql } from '#kernel'
import { modules } from '../modules.ts'
import { closeKernel, openKernel } from '../open-kernel.ts'
import { startEmbedded } from '../postgres/embedded.ts'
import { readCounts } from '../postgres/growing-counts.ts'
import { StartFailure } from '../start-failure.ts'
import type { Manifest } from './make-backup.ts'
import { untar } from './tar.ts'

export type RestoreOptions = {
  file: string
  /** A new folder; nothing that exists is overwritten. */
  to: string
  identities: readonly string[]
  /** The folder with the key file and the log of what was destroyed. */
  keysDir: string
  /** Where the restored house looks for them: beside its data, or where the settings say. What lies there already stays. */
  keysTo: string
  migrations: string
  report(line: string): void
}

/**
 * Brings a backup back into a fresh data folder and proves it: every file by its hash, the tables by their counts, values
 * by opening some. What was destroyed since is destroyed before anything else happens.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const { to, keysDir, keysTo, report } = options
  const there = await readdir(to).catch(() => [])
  if (there.length)
    throw new StartFailure(`${to} is not empty.`, 'Name a folder that does not exist yet: nothing is overwritten.')
  await mkdir(to, { recursive: true })
  try {
    const manifest = await unpack(options)
    report(`unpacked ${manifest.entries.length} files of ${manifest.madeAt}; every hash is right`)
    if (keysTo !== keysDir) await cp(keysDir, keysTo, { recursive: true, force: false })
    await prove(options, manifest)
    return manifest
  } catch (error) {
    await rm(to, { recursive: true, force: true })
    throw error
  }
}

async function unpack({ file, to, identities }: RestoreOptions): Promise<Manifest> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  const found = new Map<string, string>()
  let current: { path: string; handle: FileHandle; hash: ReturnType<typeof createHash> } | undefined
  const finish = async (): Promise<void> => {
    if (!current) return
    await current.handle.close()
    found.set(current.path, current.hash.digest('hex'))
    current = undefined
  }
  try {
    for await (const part of untar(await opened(file, decrypter))) {
      if (part.type === 'bytes') {
        current?.hash.update(part.bytes)
        await current?.handle.write(part.bytes)
        continue
      }
      await finish()
      const path = within(to, part.path)
      if (part.type === 'folder') await mkdir(path, { recursive: true, mode: 0o700 })
      else {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        current = { path: part.path, handle: await open(path, 'wx', 0o600), hash: createHash('sha256') }
      }
    }
    await finish()
    // All files at once: one by one takes longer than everything else.
    spawnSync('sync')
  } catch (error) {
    await current?.handle.close().catch(() => {})
    throw damaged(file, error)
  }
  return checked(file, to, found)
}

/** The copy of a plain stream; a changed byte ends it with an error. */
async function opened(file: string, decrypter: Decrypter): Promise<AsyncIterable<Uint8Array>> {
  // Node's web streams are those of the platform; the two declarations differ in name only.
  const sealed = Readable.toWeb(createReadStream(file)) as unknown as ReadableStream<Uint8Array>
  const opened = (await decrypter.decrypt(sealed)) as unknown as Parameters<typeof Readable.fromWeb>[0]
  return Readable.fromWeb(opened).compose(createZstdDecompress())
}

function within(folder: string, path: string): string {
  const clean = normalize(path)
  if (clean.startsWith('..') || clean.startsWith('/'))
    throw new Error(`The backup holds a path outside itself: ${path}`)
  return join(folder, clean)
}

function damaged(file: string, cause: unknown): StartFailure {
  return new StartFailure(
    `The backup ${file} cannot be opened: it is damaged, cut off, or made for another identity.`,
    'Take another backup, or the identity that belongs to it.',
    cause,
  )
}

async function checked(file: string, to: string, found: ReadonlyMap<string, string>): Promise<Manifest> {
  const text = await readFile(join(to, 'manifest.json'), 'utf8').catch((error) => Promise.reject(damaged(file, error)))
  const manifest: Manifest = JSON.parse(text)
  const wrong = manifest.entries.find(({ path, sha256 }) => found.get(path) !== sha256)
  if (wrong) throw damaged(file, new Error(`${wrong.path} is not what the manifest says`))
  return manifest
}

const samples = 100

async function prove({ to, keysTo, migrations, report }: RestoreOptions, manifest: Manifest): Promise<void> {
  const database = await startEmbedded({ dataDir: to, report })
  try {
    const counts = await readCounts(database.url)
    const lost = Object.entries(manifest.counts).find(([table, count]) => (counts[table] ?? 0) < count)
    if (lost) throw new StartFailure(`The restored table ${lost[0]} has lost rows.`, 'Take another backup.')
    const login = openDatabase(database.url, { max: 1, name: 'dossier restore' })
    const rights = await migrate(login, migrations)
    await login.end()
    // Opening the kernel destroys again what was destroyed since, and refuses keys that do not fit.
    const kernel = await openKernel({
      url: database.url,
      dataDir: to,
      keysDir: keysTo,
      rights,
      modules,
      connections: 2,
    })
    try {
      const rows = await kernel.db.rows<{ id: number }>(
        sql`select id from data_key where wrapped is not null order by random() limit ${samples}`,
      )
      const opened = await kernel.keys.prove(rows.map(({ id }) => id))
      report(`the tables hold what they held; ${opened} keys of ${rows.length} tried open`)
    } finally {
      await closeKernel(kernel)
    }
  } finally {
    await database.stop()
  }
}
