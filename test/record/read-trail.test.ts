import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Context, sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { type RawConnection, rawConnection } from '#test/raw-connection'

let house: House
let ctx: Context
let owner: RawConnection
let id: string
beforeAll(async () => {
  house = await openHouse()
  ctx = house.as('wang')
  owner = await rawConnection(house, { everything: true })
  id = (await ctx.recordsNamed('customer').create({ name: '被查看的客户' })).id
})
afterEach(() => owner.rows('alter table audit_event drop constraint if exists out_of_order'))
afterAll(async () => {
  await owner.end()
  await house.close()
})

/** From here on no line can be added to the trail. */
const breakTrail = () => owner.rows('alter table audit_event add constraint out_of_order check (false) not valid')

const reads: [string, (from: Context) => Promise<unknown>][] = [
  ['read', (from) => from.recordsNamed('customer').get(id)],
  ['list', (from) => from.recordsNamed('customer').list()],
  ['search', (from) => from.recordsNamed('customer').list({ search: '查看' })],
  ['group', (from) => from.recordsNamed('customer').groupBy('tier')],
  ['history', (from) => from.recordsNamed('customer').history(id)],
  ['timeline', (from) => from.recordsNamed('customer').timeline(id)],
]

const lines = async (action: string): Promise<{ actor: string; records: string[] | null; record: string | null }[]> =>
  house.kernel.db.rows(sql`select actor, record, records from audit_event where action = ${action} order by id`)

describe('the trail of reads', () => {
  it.each(reads)('has a line of each %s, with who and what', async (action, read) => {
    const before = (await lines(action)).length
    await read(ctx)
    const after = await lines(action)
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)?.actor).toBe(house.people.wang.id)
    const named = [after.at(-1)?.record, ...(after.at(-1)?.records ?? [])]
    if (action !== 'group' && action !== 'timeline') expect(named).toContain(id)
  })

  it.each(reads)('keeps back the answer of a %s that it cannot write down', async (_, read) => {
    await breakTrail()
    await expect(read(ctx)).rejects.toMatchObject({ status: 503, code: 'audit.unavailable' })
  })

  it('has its line durable before the answer leaves', async () => {
    await owner.rows('begin')
    await owner.rows('lock table audit_event in exclusive mode')
    let answered = false
    const reading = ctx
      .recordsNamed('customer')
      .get(id)
      .then(() => {
        answered = true
      })
    const waiting = () => owner.rows(`select 1 from pg_locks where not granted and relation = 'audit_event'::regclass`)
    await expect.poll(async () => (await waiting()).length, { interval: 5 }).toBe(1)
    expect(answered).toBe(false)
    await owner.rows('rollback')
    await reading
    expect(answered).toBe(true)
  })

  it('writes the lines of many readers together, and leaves none out', async () => {
    const before = (await lines('read')).length
    await Promise.all(Array.from({ length: 100 }, () => ctx.recordsNamed('customer').get(id)))
    expect(await lines('read')).toHaveLength(before + 100)
  })
})

describe('the trail of writes', () => {
  it('stops a write that it cannot hold, so that nothing of it stays', async () => {
    const customers = ctx.recordsNamed('customer')
    await breakTrail()
    await expect(customers.create({ name: '无痕' })).rejects.toThrow()
    await expect(customers.update(id, { remarks: '无痕' }, { version: 1 })).rejects.toThrow()
    await expect(house.as('zhang').recordsNamed('customer').remove(id)).rejects.toThrow()
    await owner.rows('alter table audit_event drop constraint out_of_order')
    expect((await customers.list({ where: { name: '无痕' } })).total).toBe(0)
    expect(await customers.get(id)).toMatchObject({ version: 1, remarks: null })
    expect((await customers.history(id)).items).toEqual([])
  })

  it('names fields and never values', async () => {
    const made = await ctx.recordsNamed('customer').create({ name: '隐名客户', phone: '13712344321' })
    await ctx.recordsNamed('customer').update(made.id, { phone: '13712344322', remarks: '隐言' }, { version: 1 })
    const rows = await house.kernel.db.rows<{ body: string; fields: string[] }>(
      sql`select body, fields from audit_event where record = ${made.id}::uuid order by id`,
    )
    expect(rows.map(({ fields }) => fields?.includes('phone'))).toEqual([true, true])
    for (const { body } of rows) expect(body).not.toMatch(/隐|1371234/)
  })
})
