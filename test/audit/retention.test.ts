import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ensurePartitions, openDatabase, removeExpired, setRetention, sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { openSealedTrail, type SealedTrail } from '#test/sealed-trail'
import { leafOf, leafSelect } from '../../src/kernel/audit/seal-leaf.ts'

const now = new Date()
const old = ['2020-10', '2020-11', '2020-12']
const request = randomUUID()

let house: House
let trail: SealedTrail
const opened: (() => Promise<void>)[] = []

/** Lines of this month, and some of each of several months of years ago. */
beforeEach(async () => {
  house = await openHouse()
  trail = await openSealedTrail(house)
  const { close } = trail
  const ofThis = house.close
  opened.push(async () => {
    await close()
    await ofThis()
  })
  const owner = ownerOf()
  await ensurePartitions(owner, new Date('2020-11-15T00:00:00Z'))
  await ensurePartitions(owner, new Date(now.getTime() - 300 * 86_400_000))
  for (const month of [...old, monthsAgo(9), monthsAgo(10)])
    await owner.text(
      `insert into audit_event (at, channel, action, result, body) select '${month}-10'::timestamptz + n * interval '1 hour', 'api', 'read', 'done', '{}' from generate_series(1, 30) as n`,
    )
  await owner.end()
  await trail.sealAll()
})
afterAll(async () => {
  for (const close of opened) await close()
})

/** `2026-02`, counted back from this month. */
function monthsAgo(count: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1)).toISOString().slice(0, 7)
}
const partition = (month: string): string => `audit_event_${month.replace('-', '_')}`

const ownerOf = () => openDatabase(house.url, { max: 1, name: 'test owner' })

async function remove(at: Date): Promise<string[]> {
  const owner = ownerOf()
  const gone = await removeExpired(owner, at, request)
  await owner.end()
  await trail.sealAll()
  return gone
}

describe('lines whose time is over', () => {
  it('go by whole months after three years, say so in the trail, and leave the rest proven', async () => {
    const gone = await remove(now)
    expect(gone).toEqual(expect.arrayContaining(old.map(partition)))
    expect(gone).not.toContain(partition(monthsAgo(9)))
    const report = await trail.verify([trail.sealer.checkpoint() ?? ''])
    expect(report).toMatchObject({ good: true, findings: [], removed: 90 })
    expect(await remove(now)).toEqual([])
  })

  it('go earlier when the auditor says so, and never before half a year', async () => {
    await expect(setRetention(house.as('wang'), 12, '不够空间')).rejects.toMatchObject({ status: 403 })
    await expect(setRetention(house.as('zhang'), 5, '不够空间')).rejects.toThrow()
    const unproven = house.as('zhang', { proven: false })
    await expect(setRetention(unproven, 8, '不够空间')).rejects.toMatchObject({ code: 'access.proof_needed' })
    await setRetention(house.as('zhang'), 8, '不够空间')
    const gone = await remove(now)
    expect(gone).toContain(partition(monthsAgo(10)))
    expect(gone).not.toContain(partition(monthsAgo(7)))
    expect(await trail.verify()).toMatchObject({ good: true, removed: 150 })
  })

  it('are found to be gone too early, whoever says that their time was over', async () => {
    const owner = ownerOf()
    await owner.text(
      `insert into audit_event (at, channel, action, result, reason, body) values (now(), 'job', 'retain', 'done', '${now.toISOString()}', '{}')`,
    )
    await owner.end()
    expect((await trail.verify()).findings).toContainEqual(expect.objectContaining({ code: 'retention.early' }))
  })

  it('are missed when somebody else removes them', async () => {
    const owner = ownerOf()
    await owner.text('drop table audit_event_2020_11')
    await owner.end()
    expect((await trail.verify()).findings).toContainEqual(expect.objectContaining({ code: 'row.missing' }))
  })

  it('hide no change of what stays in their batch, also with its hash exchanged', async () => {
    await remove(now)
    const owner = ownerOf()
    const [kept] = await owner.rows<{ id: number }>(
      sql`select id from audit_event where at < now() - interval '200 days' limit 1`,
    )
    const leaf = async (): Promise<string> => {
      const [values] = await owner.tuples(sql`select ${leafSelect} from audit_event where id = ${kept?.id}`)
      return leafOf(values as (string | null)[]).toString('hex')
    }
    const before = await leaf()
    await owner.rows(sql`update audit_event set reason = 'bent' where id = ${kept?.id}`)
    await owner.rows(sql`
      update audit_seal set leaves = decode(replace(encode(leaves, 'hex'), ${before}, ${await leaf()}), 'hex')
      where encode(leaves, 'hex') like ${`%${before}%`}`)
    await owner.end()
    expect((await trail.verify()).findings).toContainEqual(expect.objectContaining({ code: 'rows.differ' }))
  })

  it('stay while they are not sealed', async () => {
    const owner = ownerOf()
    await owner.text(
      `insert into audit_event (at, channel, action, result, body) values ('2020-10-11', 'api', 'read', 'done', '{}')`,
    )
    await setRetention(house.as('zhang'), 6, '不够空间')
    expect(await removeExpired(owner, now, request)).not.toContain('audit_event_2020_10')
    await owner.end()
  })
})
