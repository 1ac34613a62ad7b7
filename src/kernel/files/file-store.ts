import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type ContentSeal, pieceLength, sealedHead, sealPiece } from './content.ts'

/** What a content turned out to be while it was stored: its size and its first bytes. */
export type Stored = { size: number; head: Buffer }

/** Contents by the id of their file, sealed as they come in. A file appears under its name only when it is whole. */
export type FileStore = {
  put(id: string, content: AsyncIterable<Uint8Array>, options: { limit: number; seal: ContentSeal }): Promise<Stored>
  pathOf(id: string): string
  remove(id: string): Promise<void>
  /** Where a content lies that was stored before there were keys. */
  plainPathOf(hash: Buffer): string
  /** Takes away all that was stored before there were keys. */
  removePlain(): Promise<void>
}

const headLength = 4_100
/** A plain content is named by its SHA-256, a sealed one by the id of its file. */
const plainName = /^[0-9a-f]{64}$/

/** Nobody sends so slowly: what has not grown for that long was left behind by a process that ended. */
const leftBehindMs = 3_600_000

export class TooLarge extends Error {}

/** Several processes work in one folder at once: the server, its worker, commands. None may disturb what another stores. */
export async function openFileStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true })
  await removeLeftBehind(incoming)
  // The end of an id is random, its beginning the time.
  const pathOf = (id: string): string => join(folder, id.slice(-2), id)
  return {
    pathOf,
    remove: (id) => rm(pathOf(id), { force: true }),
    plainPathOf: (hash) => join(folder, hash.toString('hex').slice(0, 2), hash.toString('hex')),
    removePlain: async () => {
      for (const name of await readdir(folder, { recursive: true }))
        if (plainName.test(basename(name))) await rm(join(folder, name), { force: true })
    },
    put: async (id, content, options) => {
      const temporary = join(incoming, randomUUID())
      try {
        const stored = await writeAll(temporary, content, options)
        await mkdir(dirname(pathOf(id)), { recursive: true })
        await rename(temporary, pathOf(id))
        return stored
      } finally {
        await rm(temporary, { force: true })
      }
    },
  }
}

async function removeLeftBehind(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    // One that has just arrived at its place is nobody's left-behind.
    const facts = await stat(path).catch(() => undefined)
    if (facts && Date.now() - facts.mtimeMs > leftBehindMs) await rm(path, { force: true })
  }
}

async function writeAll(
  path: string,
  content: AsyncIterable<Uint8Array>,
  { limit, seal }: { limit: number; seal: ContentSeal },
): Promise<Stored> {
  const handle = await open(path, 'wx', 0o600)
  let size = 0
  let head = Buffer.alloc(0)
  async function* noted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      size += chunk.length
      if (size > limit) throw new TooLarge()
      if (head.length < headLength) head = Buffer.concat([head, chunk]).subarray(0, headLength)
      yield chunk
    }
  }
  try {
    await writeSealed(handle, noted(), seal)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { size, head }
}

async function writeSealed(handle: FileHandle, content: AsyncIterable<Uint8Array>, seal: ContentSeal): Promise<void> {
  await handle.write(sealedHead())
  let number = 0
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of content) {
    held.push(chunk)
    length += chunk.length
    if (length <= pieceLength) continue
    // What may be the last piece waits: only the end shows whether it is.
    let rest = Buffer.concat(held)
    for (; rest.length > pieceLength; rest = rest.subarray(pieceLength))
      await handle.write(sealPiece(rest.subarray(0, pieceLength), seal, { number: number++, last: false }))
    held = [rest]
    length = rest.length
  }
  await handle.write(sealPiece(Buffer.concat(held), seal, { number, last: true }))
}
