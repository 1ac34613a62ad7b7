import { randomBytes } from 'node:crypto'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFile, storeFile } from '#kernel'
import { type House, openHouse } from '#test/house'

const piece = 65_536
const sealedPiece = piece + 16

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function store(content: Buffer): Promise<{ id: string; path: string }> {
  const { id } = await storeFile(house.as('wang'), Readable.from([content]), '内容.bin')
  return { id, path: house.kernel.files.pathOf(id) }
}

async function read(id: string): Promise<Buffer> {
  return buffer((await openFile(house.as('wang'), id)).content)
}

/** The content as something made of its sealed bytes. */
async function spoilt(content: Buffer, spoil: (sealed: Buffer) => Buffer): Promise<Promise<Buffer>> {
  const { id, path } = await store(content)
  await writeFile(path, spoil(await readFile(path)))
  return read(id)
}

describe('a stored content', () => {
  it.each([0, 1, piece - 1, piece, piece + 1, 3 * piece, 5 * piece + 7])(
    'of %i bytes comes back as it was',
    async (size) => {
      const content = randomBytes(size)
      const { id, path } = await store(content)
      expect((await read(id)).equals(content)).toBe(true)
      if (size > 16) expect((await readFile(path)).includes(content.subarray(0, 16))).toBe(false)
    },
  )

  it('is refused when a byte is another, wherever it stands', async () => {
    const content = randomBytes(2 * piece + 100)
    for (const at of [0, 1, 2, 1_000, sealedPiece + 2, 2 * sealedPiece + 50]) {
      const bent = (sealed: Buffer): Buffer => {
        sealed[at] = (sealed[at] ?? 0) ^ 1
        return sealed
      }
      await expect(spoilt(content, bent)).rejects.toThrow('does not belong')
    }
  })

  it('is refused when pieces are cut off, left out, exchanged or added', async () => {
    const content = randomBytes(3 * piece)
    const pieces = (sealed: Buffer): Buffer[] =>
      [0, 1, 2].map((at) => sealed.subarray(2 + at * sealedPiece, 2 + (at + 1) * sealedPiece))
    const made = (order: readonly number[]) => (sealed: Buffer) =>
      Buffer.concat([sealed.subarray(0, 2), ...order.map((at) => pieces(sealed)[at] ?? Buffer.alloc(0))])
    for (const order of [[], [0], [0, 1], [0, 2], [1, 0, 2], [0, 1, 2, 2], [2, 1, 0]])
      await expect(spoilt(content, made(order)), order.join()).rejects.toThrow('does not belong')
    expect((await spoilt(content, made([0, 1, 2]))).equals(content)).toBe(true)
  })

  it('opens as no other file', async () => {
    const [one, other] = [await store(randomBytes(100)), await store(randomBytes(100))]
    await copyFile(one.path, other.path)
    await expect(read(other.id)).rejects.toThrow('does not belong')
  })
})
