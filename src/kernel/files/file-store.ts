import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/**
 * Contents by their hash, in chunks of 64 KiB that can be sealed one by one. What is stored twice is kept once;
 * a file appears under its name only when it is whole.
 */
export type FileStore = {
  put(content: AsyncIterable<Uint8Array>, limit: number): Promise<{ hash: Buffer; size: number; head: Buffer }>
  read(hash: Buffer): Readable
  pathOf(hash: Buffer): string
}

const headLength = 4_100

export class TooLarge extends Error {}

export async function openFileStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true })
  const pathOf = (hash: Buffer): string => {
    const hex = hash.toString('hex')
    return join(folder, hex.slice(0, 2), hex)
  }
  return {
    pathOf,
    read: (hash) => createReadStream(pathOf(hash)),
    put: async (content, limit) => {
      const temporary = join(incoming, randomUUID())
      try {
        const stored = await writeAll(temporary, content, limit)
        const path = pathOf(stored.hash)
        await mkdir(join(path, '..'), { recursive: true })
        await rename(temporary, path)
        return stored
      } finally {
        await rm(temporary, { force: true })
      }
    },
  }
}

async function writeAll(
  path: string,
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ hash: Buffer; size: number; head: Buffer }> {
  const hash = createHash('sha256')
  const handle = await open(path, 'wx', 0o600)
  let size = 0
  let head = Buffer.alloc(0)
  try {
    for await (const chunk of content) {
      size += chunk.length
      if (size > limit) throw new TooLarge()
      if (head.length < headLength) head = Buffer.concat([head, chunk]).subarray(0, headLength)
      hash.update(chunk)
      await handle.write(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { hash: hash.digest(), size, head }
}
