import { createHash } from 'node:crypto'

/* ustar: what `age -d` gives back can be unpacked by any tar. */
const block = 512
const longestName = 100

export type Entry = { path: string; size: number; sha256: string }

/** The head of one entry; without content it is a folder. */
export function tarHead(path: string, size: number | null): Buffer {
  const head = Buffer.alloc(block)
  const name = size === null ? `${path}/` : path
  if (Buffer.byteLength(name) > longestName) throw new Error(`The name ${name} is too long for a backup`)
  head.write(name, 0)
  head.write(size === null ? '0000700\0' : '0000600\0', 100)
  head.write('0000000\0', 108)
  head.write('0000000\0', 116)
  head.write(`${(size ?? 0).toString(8).padStart(11, '0')}\0`, 124)
  head.write('00000000000\0', 136)
  head.write('        ', 148)
  head.write(size === null ? '5' : '0', 156)
  head.write('ustar\x0000', 257)
  let sum = 0
  for (const byte of head) sum += byte
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return head
}

export function tarEnd(): Buffer {
  return Buffer.alloc(block * 2)
}

function padding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block)
}

/** One file of exactly `size` bytes: one that shrank meanwhile is filled up, one that grew is cut; the log mends both. */
export async function* tarFile(
  path: string,
  size: number,
  { content, entries }: { content: AsyncIterable<Buffer>; entries: Entry[] },
): AsyncGenerator<Buffer> {
  yield tarHead(path, size)
  const hash = createHash('sha256')
  let written = 0
  for await (const chunk of content) {
    const part = chunk.subarray(0, size - written)
    written += part.length
    hash.update(part)
    yield part
    if (written === size) break
  }
  const missing = Buffer.alloc(size - written)
  hash.update(missing)
  yield missing
  yield padding(size)
  entries.push({ path, size, sha256: hash.digest('hex') })
}

export type TarPart =
  | { type: 'folder'; path: string }
  | { type: 'file'; path: string; size: number }
  | { type: 'bytes'; bytes: Buffer }

/** Takes a tar apart: heads and the bytes of the files, in order. */
export async function* untar(input: AsyncIterable<Uint8Array>): AsyncGenerator<TarPart> {
  let held = Buffer.alloc(0)
  let left = 0
  let skip = 0
  for await (const chunk of input) {
    held = held.length ? Buffer.concat([held, chunk]) : Buffer.from(chunk)
    for (;;) {
      if (left > 0) {
        const bytes = held.subarray(0, left)
        if (!bytes.length) break
        left -= bytes.length
        held = held.subarray(bytes.length)
        yield { type: 'bytes', bytes }
        continue
      }
      if (held.length < skip + block) break
      const head = held.subarray(skip, skip + block)
      held = held.subarray(skip + block)
      skip = 0
      if (head.every((byte) => byte === 0)) continue
      const path = head.subarray(0, longestName).toString('utf8').replace(/\0.*$/s, '')
      const size = Number.parseInt(head.subarray(124, 135).toString('latin1'), 8)
      if (head[156] === 53) yield { type: 'folder', path: path.replace(/\/$/, '') }
      else {
        yield { type: 'file', path, size }
        left = size
        skip = padding(size).length
      }
    }
  }
}
