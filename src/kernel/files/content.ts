import { createCipheriv, createDecipheriv } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { NotSealedHere } from '../crypto/cipher.ts'

/*
 * version (1) | algorithm (1) | pieces of 64 KiB, each with its tag (16)
 * The nonce is the number of the piece and whether it is the last one: none can be left out, moved or cut off. A key
 * seals one content, once.
 */
const version = 0xf9
const aes256Gcm = 1
const algorithm = 'aes-256-gcm'
const headLength = 2
export const pieceLength = 65_536
const tagLength = 16
const sealedLength = pieceLength + tagLength

/** The key of one content, and what the content is bound to. */
export type ContentSeal = { key: Buffer; bound: string }

/** A content on disk; as JSON it can be handed to the process that reads it. */
export type Content = { path: string; seal?: { key: string; bound: string } }

export type ContentReader = {
  size: number
  /** Some bytes from the middle; fewer at the end. */
  read(from: number, length: number): Promise<Buffer>
  stream(from?: number, to?: number): AsyncGenerator<Buffer>
  close(): Promise<void>
}

export function sealedHead(): Buffer {
  return Buffer.from([version, aes256Gcm])
}

export function sealPiece(
  piece: Uint8Array,
  { key, bound }: ContentSeal,
  place: { number: number; last: boolean },
): Buffer {
  const cipher = createCipheriv(algorithm, key, nonceOf(place))
  cipher.setAAD(boundTo(bound))
  const sealed = cipher.update(piece)
  cipher.final()
  return Buffer.concat([sealed, cipher.getAuthTag()])
}

function openPiece(sealed: Buffer, { key, bound }: ContentSeal, place: { number: number; last: boolean }): Buffer {
  if (sealed.length < tagLength) throw new NotSealedHere()
  const decipher = createDecipheriv(algorithm, key, nonceOf(place))
  decipher.setAAD(boundTo(bound))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
  const piece = decipher.update(sealed.subarray(0, sealed.length - tagLength))
  try {
    decipher.final()
  } catch {
    throw new NotSealedHere()
  }
  return piece
}

function nonceOf({ number, last }: { number: number; last: boolean }): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

function boundTo(bound: string): Buffer {
  return Buffer.from(`content\0${bound}\0${version}\0${aes256Gcm}`)
}

/** Opens a content for reading, sealed or plain; a bent piece ends the reading. */
export async function openContent(content: Content | string): Promise<ContentReader> {
  const { path, seal } = typeof content === 'string' ? { path: content } : content
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    return seal
      ? await sealedReader(handle, size, { key: Buffer.from(seal.key, 'base64'), bound: seal.bound })
      : readerOf(size, (number) => readAt(handle, number * pieceLength, pieceLength), handle)
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function sealedReader(handle: FileHandle, size: number, seal: ContentSeal): Promise<ContentReader> {
  const head = await readAt(handle, 0, headLength)
  if (!head.equals(sealedHead())) throw new NotSealedHere()
  const pieces = Math.ceil((size - headLength) / sealedLength)
  const plainSize = size - headLength - pieces * tagLength
  if (pieces < 1 || plainSize < 0) throw new NotSealedHere()
  const piece = async (number: number): Promise<Buffer> =>
    openPiece(await readAt(handle, headLength + number * sealedLength, sealedLength), seal, {
      number,
      last: number === pieces - 1,
    })
  // A content that was cut to nothing must not pass for an empty one.
  if (plainSize === 0) await piece(0)
  return readerOf(plainSize, piece, handle)
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

function readerOf(size: number, piece: (number: number) => Promise<Buffer>, handle: FileHandle): ContentReader {
  // Small readings mostly follow one another inside one piece.
  let held: { number: number; bytes: Promise<Buffer> } | undefined
  const pieceOf = (number: number): Promise<Buffer> => {
    if (held?.number !== number) held = { number, bytes: piece(number) }
    return held.bytes
  }
  async function* stream(from = 0, to = size): AsyncGenerator<Buffer> {
    const end = Math.min(to, size)
    for (let at = from; at < end; ) {
      const number = Math.floor(at / pieceLength)
      const whole = await pieceOf(number)
      const start = at - number * pieceLength
      const part = whole.subarray(start, Math.min(whole.length, end - number * pieceLength))
      if (!part.length) return
      yield part
      at += part.length
    }
  }
  return {
    size,
    stream,
    read: async (from, length) => {
      const parts: Buffer[] = []
      for await (const part of stream(from, from + length)) parts.push(part)
      return Buffer.concat(parts)
    },
    close: () => handle.close(),
  }
}

/** The whole of a content, piece by piece; the file is closed however the reading ends. */
export async function* contentPieces(content: Content | string): AsyncGenerator<Buffer> {
  const reader = await openContent(content)
  try {
    yield* reader.stream()
  } finally {
    await reader.close()
  }
}
