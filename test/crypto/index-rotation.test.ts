import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createKeyFile,
  type Kernel,
  makeContext,
  openDatabase,
  replaceLostIndexKey,
  secretsFrom,
  showSheets,
  sql,
  startIndexRotation,
} from '#kernel'
import { type House, openHouse } from '#test/house'
import { announceIndexKey, runJobs } from '#test/run-jobs'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'

const many = 1_200
const numberOf = (at: number): string => `138${String(at).padStart(8, '0')}`

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house
    .as('zhang')
    .recordsNamed('customer')
    .createMany(Array.from({ length: many }, (_, at) => ({ input: { name: `客户${at}`, phone: numberOf(at) } })))
})
afterAll(() => house.close())

const again = (keysDir = join(house.dataDir, 'keys')) =>
  openKernel({ url: house.url, dataDir: house.dataDir, keysDir, rights: house.rights, modules, connections: 2 })

const customersOf = (kernel: Kernel) =>
  makeContext({ kernel, actor: house.as('zhang').actor, channel: 'api' }).recordsNamed('customer')

async function finds(kernel: Kernel, ...places: number[]): Promise<void> {
  for (const at of places)
    expect((await customersOf(kernel).list({ where: { phone: numberOf(at) } })).items).toMatchObject([
      { values: { name: `客户${at}` } },
    ])
}

const underKeys = async (): Promise<number[]> => {
  const rows = await house.kernel.db.rows<{ key: number }>(
    sql`select distinct index_key as key from lookup order by index_key`,
  )
  return rows.map(({ key }) => key)
}
const current = async (): Promise<number> => (await underKeys()).at(-1) ?? 0

const stageOf = async (): Promise<string | undefined> => {
  const [row] = await house.kernel.db.rows<{ stage: string }>(
    sql`select place ->> 'stage' as stage from job where kind = 'rotate_index_key' and state = 'running'`,
  )
  return row?.stage
}

describe('exchange of the index key', () => {
  it('leaves every record to be found, before, during and after, and nothing under the old key', async () => {
    const old = house.kernel.keys.secrets().index
    const before = await current()
    // A process that hears of it by itself.
    const other = await again()
    await finds(other, 0, many - 1)
    await announceIndexKey(house)
    expect(await stageOf()).toBe('exchange')
    expect(house.kernel.keys.secrets().index).toEqual([...old, expect.anything()])
    await finds(house.kernel, 1, many - 2)
    await customersOf(other).create({ name: `客户${many}`, phone: numberOf(many) })
    expect(await underKeys()).toEqual([before])
    // It has heard of the key that is announced before anybody writes under it.
    await expect.poll(() => other.codec.hashes('phone', '1').length).toBe(2)
    const running = runJobs(house)
    while ((await stageOf()) === 'exchange') await finds(other, 2)
    await finds(other, 3, many - 3, many)
    await customersOf(other).create({ name: `客户${many + 1}`, phone: numberOf(many + 1) })
    await running
    expect(await underKeys()).toEqual([before + 1])
    expect(house.kernel.keys.secrets().index).toHaveLength(1)
    expect(house.kernel.keys.secrets().index).not.toEqual(old)
    const [count] = await house.kernel.db.rows(
      sql`select count(*)::integer as rows, count(distinct record_id)::integer as records from lookup where object = 'customer' and field = 'phone'`,
    )
    expect(count).toEqual({ rows: (many + 2) * 2, records: many + 2 })
    const fresh = await again()
    for (const kernel of [fresh, other, house.kernel]) await finds(kernel, 0, 500, many - 1, many, many + 1)
    await expect.poll(() => other.codec.hashes('phone', '1').length).toBe(1)
    await closeKernel(fresh)
    await closeKernel(other)
  })

  it('lets nobody write under the old key, who has not heard of the new one either', async () => {
    await announceIndexKey(house)
    const late = await again()
    // It looks no more by itself: what it knows is of before the exchange.
    const { refresh } = late.keys.index
    const stale = late.codec.index()
    const deaf: Kernel = { ...late, codec: { ...late.codec, index: () => stale }, keys: late.keys }
    deaf.keys = {
      ...late.keys,
      index: {
        ...late.keys.index,
        refresh: async () => {
          await refresh()
          deaf.codec = late.codec
        },
      },
    }
    await runJobs(house)
    const { id } = await customersOf(deaf).create({ name: '迟到的客户', phone: '13712345678' })
    expect(await underKeys()).toEqual([stale.number + 1])
    const found = await house
      .as('zhang')
      .recordsNamed('customer')
      .list({ where: { phone: '13712345678' } })
    expect(found.items.map((item) => item.id)).toEqual([id])
    await closeKernel(late)
  })

  it('stops a server whose copy of the key file lacks the new one, until it has it', async () => {
    const keys = join(house.dataDir, 'keys')
    const copy = join(house.dataDir, 'copy')
    await cp(keys, copy, { recursive: true })
    const other = await again(copy)
    await announceIndexKey(house)
    const search = () => finds(other, 0)
    await expect.poll(() => search().then(String, String)).toContain('lacks an index key')
    await expect(customersOf(other).create({ name: '另一台', phone: '13733334444' })).rejects.toThrow(
      'lacks an index key',
    )
    await cp(join(keys, 'dossier.key'), join(copy, 'dossier.key'))
    await expect.poll(() => search().then(() => 'found', String)).toBe('found')
    await runJobs(house)
    await search()
    await closeKernel(other)
  })

  it('waits for those who are writing', async () => {
    await announceIndexKey(house)
    const before = await current()
    let written = (): void => {}
    const isWritten = new Promise<void>((resolve) => {
      written = resolve
    })
    let commit = (): void => {}
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve
    })
    const writing = house.as('zhang').transaction(async (tx) => {
      await tx.recordsNamed('customer').create({ name: '慢客户', phone: '13787654321' })
      written()
      await mayCommit
    })
    await isWritten
    const running = runJobs(house)
    await expect
      .poll(() => house.kernel.db.rows(sql`select from pg_locks where locktype = 'advisory' and not granted`))
      .toHaveLength(1)
    expect(await stageOf()).toBe('exchange')
    commit()
    await writing
    await running
    expect(await underKeys()).toEqual([before + 1])
    const found = await house
      .as('zhang')
      .recordsNamed('customer')
      .list({ where: { phone: '13787654321' } })
    expect(found.total).toBe(1)
  })

  it('takes hashes away that belong to no record, and gives none to a file whose keys are destroyed', async () => {
    const before = await current()
    await house.kernel.db.rows(sql`
      insert into lookup (kind, hash, object, field, record_id, owner_id, index_key)
      values ('phone', '\\x00', 'customer', 'phone', gen_random_uuid(), gen_random_uuid(), ${before})`)
    const customers = house.as('zhang').recordsNamed('customer')
    const { id } = await customers.create({ name: '要离开的客户', phone: '13711112222' })
    // Destroyed by another server a moment ago: this process still holds the key.
    await house.kernel.db.rows(sql`insert into shred_ledger (owner, reason) values (${id}::uuid, 'test')`)
    await announceIndexKey(house)
    await runJobs(house)
    expect(await underKeys()).toEqual([before + 1])
    expect(await house.kernel.db.rows(sql`select from lookup where record_id = ${id}::uuid`)).toEqual([])
  })

  it('lets searches count on, and keeps no guess under the old key', async () => {
    const guessing = (text: string) => house.as('wang').recordsNamed('customer').list({ search: text })
    for (let at = 0; at < 20; at++) await guessing(`19${at}00000000`.slice(0, 11)).catch(() => {})
    const counted = () => house.kernel.db.rows<{ text: Buffer }>(sql`select text from sealed_search order by at`)
    const before = await counted()
    expect(before.length).toBeGreaterThan(0)
    await announceIndexKey(house)
    await runJobs(house)
    const after = await counted()
    expect(after).toHaveLength(before.length)
    for (const { text } of before) expect(after.some((row) => row.text.equals(text))).toBe(false)
  })

  it('is one at a time, asks for a fresh proof, and stands in the trail', async () => {
    await expect(startIndexRotation(house.as('wang'))).rejects.toMatchObject({ status: 403 })
    await expect(startIndexRotation(house.as('zhang', { proven: false }))).rejects.toMatchObject({
      code: 'access.proof_needed',
    })
    const first = await startIndexRotation(house.as('zhang'))
    expect(await startIndexRotation(house.as('zhang'))).toBe(first)
    const lines = () =>
      house.kernel.db.rows(sql`select from audit_event where action = 'rotate' and object = 'index_key'`)
    const before = (await lines()).length
    await runJobs(house)
    // The others may not have heard of it yet.
    await runJobs(house)
    expect(await stageOf()).toBe('exchange')
    await announceIndexKey(house)
    await runJobs(house)
    expect(await lines()).toHaveLength(before + 1)
  })

  it('makes older recovery sheets short of it: the house opens with them, and another key takes its place', async () => {
    const proven = house.as('zhang', { proven: true })
    const { sheets } = await showSheets(proven)
    await announceIndexKey(house)
    await expect(showSheets(proven)).rejects.toMatchObject({ code: 'keys.index_renewing' })
    await runJobs(house)
    // The sheets are void, and new ones may be taken.
    expect(house.kernel.keys.secrets().sheetShownAt).toBeNull()
    const keysDir = join(house.dataDir, 'recovered')
    await createKeyFile(keysDir, secretsFrom(sheets))
    await expect(again(keysDir)).rejects.toThrow(/lacks an index key.*renew-index --lost/)
    const db = openDatabase(house.url, { max: 1, name: 'test' })
    await replaceLostIndexKey(db, keysDir)
    await expect(replaceLostIndexKey(db, keysDir)).rejects.toThrow('lacks no index key')
    await db.end()
    const recovered = await again(keysDir)
    const system = () =>
      makeContext({ kernel: recovered, actor: house.system().actor, channel: 'cli', systemReason: 'test' })
    await announceIndexKey({ kernel: recovered, system })
    await runJobs({ kernel: recovered, system })
    await finds(recovered, 0, 700, many + 1)
    await closeKernel(recovered)
    const fresh = await again(keysDir)
    await finds(fresh, 0, 700, many + 1)
    await closeKernel(fresh)
  })
})
