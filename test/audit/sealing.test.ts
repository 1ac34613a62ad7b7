import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate, openDatabase, sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { migrations } from '#test/migrate-child'
import { type RawConnection, rawConnection } from '#test/raw-connection'
import { openSealedTrail, type SealedTrail } from '#test/sealed-trail'

let house: House
let owner: RawConnection
let trail: SealedTrail
let now = Date.now()
beforeAll(async () => {
  house = await openHouse()
  owner = await rawConnection(house, { everything: true })
  trail = await openSealedTrail(house, { now: () => now })
})
afterAll(async () => {
  await trail.close()
  await owner.end()
  await house.close()
})

const seals = () =>
  house.kernel.db.rows<{ no: number; kind: string; n: number; size: number; epoch: number }>(
    sql`select no, kind, n, size, epoch from audit_seal order by no`,
  )
const rows = async () => (await house.kernel.db.rows(sql`select 1 from audit_event`)).length
const migrateAgain = async (): Promise<void> => {
  const db = openDatabase(house.url, { max: 1, name: 'test migrate' })
  await migrate(db, migrations)
  await db.end()
}
const read = () => house.as('zhang').recordsNamed('customer').list()

describe('the sealer', () => {
  it('takes what was written before it into its first batches', async () => {
    await trail.sealAll()
    expect((await seals()).at(-1)?.size).toBe(await rows())
    expect(await trail.verify()).toMatchObject({ good: true, findings: [], unsealed: 0, rows: await rows() })
  })

  it('leaves out a transaction that is open, and those that began after it, until it ends', async () => {
    await owner.rows('begin')
    await owner.rows(
      `insert into audit_event (at, channel, action, result, body) values (now(), 'test', 'read', 'done', 'open')`,
    )
    await read()
    const before = await rows()
    const { size } = (await seals()).at(-1) ?? { size: 0 }
    await trail.sealer.pass()
    expect((await seals()).at(-1)?.size ?? 0).toBeLessThan(before + 1)
    expect((await seals()).at(-1)?.size ?? 0).toBeGreaterThanOrEqual(size)
    expect((await trail.verify()).unsealed).toBeGreaterThan(0)
    await owner.rows('commit')
    await trail.sealAll()
    expect((await seals()).at(-1)?.size).toBe(await rows())
    expect((await trail.verify()).good).toBe(true)
  })

  it('says each minute that nothing happened', async () => {
    const before = (await seals()).length
    await trail.sealer.pass()
    expect(await seals()).toHaveLength(before)
    now += 60_000
    await trail.sealer.pass()
    expect((await seals()).at(-1)).toMatchObject({ kind: 'idle', n: 0, no: before + 1 })
    expect((await trail.verify([trail.sealer.checkpoint() ?? ''])).findings).toEqual([])
  })

  it('lets no second one work beside it', async () => {
    await expect(openSealedTrail(house)).rejects.toThrow('Another sealer')
  })

  it('begins an epoch where transactions count anew, and closes the one before', async () => {
    await read()
    // As a restore to a younger server leaves it: rows of transactions that have not been there.
    await owner.rows(
      `insert into audit_event (xid, at, channel, action, result, body) values ('1000000000000', now(), 'api', 'read', 'done', '{}')`,
    )
    expect((await trail.verify()).findings).toMatchObject([{ code: 'row.ahead' }])
    await migrateAgain()
    await read()
    await trail.sealAll()
    // Rows that a transaction elsewhere on the server held back are sealed a moment later, by a seal of their own.
    const kinds = (await seals())
      .filter(({ kind, epoch }, at, all) => kind !== all[at - 1]?.kind || epoch !== all[at - 1]?.epoch)
      .slice(-3)
    expect(kinds.map(({ kind }) => kind)).toEqual(['rows', 'epoch', 'rows'])
    expect(kinds.map(({ epoch }) => epoch)).toEqual([1, 2, 2])
    expect(await trail.verify([trail.sealer.checkpoint() ?? ''])).toMatchObject({ good: true, rows: await rows() })
  })
})
