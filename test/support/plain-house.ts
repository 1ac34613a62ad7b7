import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Codec, type Context, makeContext, type Ring, sql } from '#kernel'
import type { House } from './house.ts'

const plainRing: Ring = {
  seal: (text) => Buffer.from(text, 'utf8'),
  open: (bytes) => bytes.toString('utf8'),
}

const keyless = (kind: string, text: string): Buffer =>
  createHash('sha256').update(`${kind}\0${text}`).digest().subarray(0, 16)

/** How values were stored before there were keys. */
const plainCodec: Codec = {
  sealing: async () => plainRing,
  opening: async () => plainRing,
  index: () => ({ number: 1, hash: keyless }),
  hashes: (kind, text) => [keyless(kind, text)],
}

/** Somebody who works in the house as it was before there were keys. */
export function beforeKeys(house: House, name: Parameters<House['as']>[0]): Context {
  return makeContext({ kernel: { ...house.kernel, codec: plainCodec }, actor: house.as(name).actor, channel: 'api' })
}

/** A content as it was stored before there were keys: by its hash, as it came. */
export async function storePlain(house: House, id: string, content: Buffer): Promise<string> {
  const hash = createHash('sha256').update(content).digest()
  const path = house.kernel.files.plainPathOf(hash)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  await rm(house.kernel.files.pathOf(id), { force: true })
  await house.kernel.db.rows(sql`update file set content_key = null, hash = ${hash} where id = ${id}::uuid`)
  return path
}

/** The house has plain values from now on, and knows it. */
export async function holdPlain(house: House): Promise<void> {
  await house.kernel.db.rows(sql`insert into plain_remains (single) values (true)`)
  await house.kernel.keys.changeSecrets((secrets) => ({ ...secrets, plain: true }))
}
