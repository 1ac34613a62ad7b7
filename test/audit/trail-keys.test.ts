import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  checkProof,
  type Database,
  ensureSigningKey,
  exportTrail,
  openDatabase,
  openSealer,
  type PublicKey,
  parseCheckpoints,
  readPublicKeys,
  readSigningKey,
  renewSigningKey,
  sql,
  type TrailReport,
  verifyTrail,
} from '#kernel'
import { type House, openHouse } from '#test/house'
import { openSealedTrail } from '#test/sealed-trail'

let house: House
let db: Database
let folder: string
let keys: string
let first: PublicKey
beforeAll(async () => {
  house = await openHouse()
  db = openDatabase(house.url, { max: 1, name: 'test superuser' })
})
afterAll(async () => {
  await db.end()
  await house.close()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-trail-keys-'))
  keys = join(folder, 'trail')
  first = (await ensureSigningKey(keys)).publicKey
  await db.rows(sql`delete from audit_seal`)
  await seal()
})
afterEach(() => rm(folder, { recursive: true }))

/** A sealer that starts with the keys of a folder, adds a seal, and leaves its checkpoint; `all`: of every line that there is. */
async function seal(from = keys, { all = false } = {}): Promise<string> {
  await house.as('zhang').recordsNamed('customer').list()
  const trail = await openSealedTrail(house, { keys: from })
  await (all ? trail.sealAll() : trail.sealer.pass())
  const checkpoint = trail.sealer.checkpoint() ?? ''
  await trail.close()
  return checkpoint
}

const renew = () => renewSigningKey(keys, new Date())

type Bring = { keys?: readonly PublicKey[]; checkpoints?: string[]; accepted?: number[] }

const verify = ({ keys: brought = [first], checkpoints = [], accepted = [] }: Bring = {}): Promise<TrailReport> =>
  verifyTrail(db, { keys: brought, checkpoints: checkpoints.flatMap(parseCheckpoints), accepted })

const codes = ({ findings }: TrailReport) => [...new Set(findings.map(({ code }) => code))]

async function seals(): Promise<{ no: number; kind: string; key: string }[]> {
  return db.rows(sql`select no, kind, key from audit_seal order by no`)
}

describe('another key for the seals', () => {
  it('for which the one before vouched is proven with the first key alone, checkpoints too', async () => {
    await renew()
    const { now } = await renew()
    const checkpoint = await seal()
    const all = await seals()
    const begin = all.findIndex(({ kind }) => kind === 'key')
    expect(begin).toBeGreaterThan(0)
    expect(all.map(({ key }) => key)).toEqual(all.map((_, at) => (at < begin ? first.id : now.id)))
    expect(await verify({ checkpoints: [checkpoint] })).toMatchObject({ good: true, findings: [] })
    expect(await verify({ keys: await readPublicKeys(keys) })).toMatchObject({ good: true })
  })

  it('leaves nothing of the secret of the one before', async () => {
    const { before, now } = await renew()
    expect((await readSigningKey(keys)).id).toBe(now.id)
    expect(now.id).not.toBe(before.id)
    expect((await readPublicKeys(keys)).map(({ id }) => id).sort()).toEqual([before.id, now.id].sort())
  })

  it('that came from nowhere is found, also where both public keys are brought, until the auditor knows of it', async () => {
    const swapped = join(folder, 'swapped')
    const { publicKey } = await ensureSigningKey(swapped)
    await seal(swapped)
    const both = [first, publicKey]
    const no = (await seals()).find(({ kind }) => kind === 'key')?.no ?? 0
    expect(codes(await verify({ keys: both }))).toEqual(['key.unsigned'])
    expect(codes(await verify())).toEqual(['key.unsigned', 'seal.signature'])
    expect(await verify({ keys: both, accepted: [no] })).toMatchObject({ good: true })
    expect(codes(await verify({ accepted: [no] }))).toEqual(['seal.signature'])
  })

  it('may not bring the word of somebody else', async () => {
    const stranger = join(folder, 'stranger')
    await ensureSigningKey(stranger)
    await renewSigningKey(stranger, new Date())
    const word = await readFile(join(stranger, 'trail-signing.words'), 'utf8')
    const forged = join(folder, 'forged')
    await cp(stranger, forged, { recursive: true })
    await writeFile(join(forged, 'trail-signing.words'), word.replace(/^\S+/, first.id))
    await seal(forged)
    expect(codes(await verify())).toEqual(['key.unsigned', 'seal.signature'])
  })

  it('is the only one from then on: the one before, kept by a thief, is found', async () => {
    const kept = join(folder, 'kept')
    await cp(keys, kept, { recursive: true })
    await renew()
    await seal()
    await seal(kept)
    expect(codes(await verify())).toEqual(['key.unsigned'])
  })

  it('is not signed for by the one before: whoever kept that may not use its name', async () => {
    const old = await readSigningKey(keys)
    const { now } = await renew()
    await seal()
    const thief = openDatabase(house.url, { max: 1, name: 'test thief' })
    const connection = await thief.connect()
    // A minute later, so that it seals whether there are lines or not.
    const sealer = await openSealer(connection, { key: { ...old, id: now.id }, now: () => Date.now() + 60_000 })
    await sealer?.pass()
    connection.release(true)
    await thief.end()
    expect(codes(await verify())).toEqual(['seal.signature'])
  })

  it('is known to a database of before the change', async () => {
    await renew()
    await seal()
    await db.rows(sql`delete from audit_seal where no > 1`)
    await seal()
    expect(await verify()).toMatchObject({ good: true })
  })

  it('comes also after a renewal that was cut off', async () => {
    const kept = join(folder, 'kept')
    await cp(keys, kept, { recursive: true })
    await renew()
    await cp(join(kept, 'trail-signing.key'), join(keys, 'trail-signing.key'))
    await seal()
    expect((await seals()).map(({ kind }) => kind)).not.toContain('key')
    await renew()
    await seal()
    expect(await verify()).toMatchObject({ good: true })
  })

  it('is proven in an export by the first one, which may not sign in its name', async () => {
    await seal(keys, { all: true })
    const old = await readSigningKey(keys)
    const { now } = await renew()
    await seal(keys, { all: true })
    const proof = await exportTrail(house.as('zhang'), { action: ['list'] }, '客户投诉')
    expect(checkProof(proof, [first])).toMatchObject({ good: true, wrong: [] })
    expect(checkProof({ ...proof, words: '' }, [first]).good).toBe(false)
    const bent = proof.seals.map((each) =>
      each.text.includes(now.id) ? { ...each, signature: old.sign(each.text).toString('base64') } : each,
    )
    expect(checkProof({ ...proof, seals: bent }, [first]).good).toBe(false)
  }, 120_000)
})
