import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  appendCheckpoint,
  checkProof,
  ensureSigningKey,
  exportTrail,
  parsePublicKey,
  sql,
  type TrailProof,
} from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { openSealedTrail, type SealedTrail } from '#test/sealed-trail'

let house: ApiHouse
let trail: SealedTrail
let zhang: ApiClient
let customer: string
beforeAll(async () => {
  house = await openApiHouse()
  trail = await openSealedTrail(house)
  zhang = await house.client('zhang')
  customer = (await zhang.post('/api/customers', { name: '有争议的客户' })).body.id
  for (let time = 0; time < 5; time++) {
    await zhang.get(`/api/customers/${customer}`)
    await trail.sealAll()
  }
  await trail.sealAll()
  const { checkpoints } = house.kernel.trail
  await mkdir(checkpoints, { recursive: true })
  await appendCheckpoint(checkpoints, trail.sealer.checkpoint() ?? '')
})
afterAll(async () => {
  await trail.close()
  await house.close()
})

const exported = async (): Promise<TrailProof> =>
  (await zhang.post('/api/audit-exports', { file: customer, why: '客户投诉' })).body
const check = (proof: TrailProof) => checkProof(proof, [parsePublicKey(trail.publicKey)])

/** A copy with something exchanged, as somebody with an editor would. */
const bent = (proof: TrailProof, change: (copy: TrailProof) => void): TrailProof => {
  const copy: TrailProof = JSON.parse(JSON.stringify(proof))
  change(copy)
  return copy
}

describe('an export of the trail', () => {
  it('proves each of its lines to whoever has nothing but the key', async () => {
    const proof = await exported()
    expect(proof.rows.length).toBeGreaterThanOrEqual(6)
    expect(check(proof)).toEqual({ good: true, rows: proof.rows.length, witnessed: proof.rows.length, wrong: [] })
    expect(JSON.stringify(proof)).not.toContain('有争议')
  })

  it('stands in the trail itself, with its reason', async () => {
    await exported()
    const { items } = (await zhang.get('/api/audit-events?action=export')).body
    expect(items[0]).toMatchObject({ object: 'audit_event', record: customer, reason: '客户投诉' })
  })

  it('is for who has just proved to be there', async () => {
    const unproven = house.as('zhang', { proven: false })
    await expect(exportTrail(unproven, { file: customer }, '客户投诉')).rejects.toMatchObject({
      code: 'access.proof_needed',
    })
  })

  it('leaves out what is not sealed yet, and says how many lines', async () => {
    await zhang.get(`/api/customers/${customer}`)
    const proof = await exported()
    expect(proof.unsealed).toBeGreaterThanOrEqual(1)
    expect(check(proof).good).toBe(true)
  })

  it.each<[string, (copy: TrailProof) => void]>([
    ['a column', (copy) => Object.assign(copy.rows[0]?.row ?? {}, { actor: house.people.li.id })],
    ['the text', (copy) => Object.assign(copy.rows[0]?.row ?? {}, { body: '{}' })],
    ['the place of a row', (copy) => Object.assign(copy.rows[0]?.place ?? {}, { index: 9, size: 10 })],
    [
      'the text of a seal',
      (copy) => Object.assign(copy.seals[0] ?? {}, { text: copy.seals[0]?.text.replace('rows', 'idle') }),
    ],
    ['the signature of a seal', (copy) => Object.assign(copy.seals[0] ?? {}, { signature: 'AAAA' })],
    ['the number of a seal', (copy) => Object.assign(copy.seals[0] ?? {}, { no: 99 })],
    ['the checkpoint', (copy) => Object.assign(copy, { checkpoint: copy.checkpoint?.replace(/\n\d+\n/, '\n9\n') })],
    ['all rows', (copy) => copy.rows.splice(0)],
  ])('is no proof any more when somebody bends %s', async (_, change) => {
    expect(check(bent(await exported(), change)).good).toBe(false)
  })

  it('is no proof below another key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dossier-other-'))
    const { publicKey } = await ensureSigningKey(folder)
    expect(checkProof(await exported(), [publicKey]).good).toBe(false)
    await rm(folder, { recursive: true })
  })

  it('tells the auditor how far the trail is sealed', async () => {
    const { body } = await zhang.get('/api/audit-seal')
    expect(body).toMatchObject({ state: 'good', key: parsePublicKey(trail.publicKey).id })
    expect(body.lastCheckpoint).toMatch(/^\d{4}-/)
    const [kept] = await house.kernel.db.rows<{ seals: number }>(sql`select count(*)::integer as seals from audit_seal`)
    expect(body.seals).toBe(kept?.seals)
    expect(body.seals).toBeGreaterThan(0)
  })
})
