import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('a connection that the server ends between two statements', () => {
  it('fails its own transaction, and neither the process nor the next one', async () => {
    const ctx = house.as('wang')
    const owner = await rawConnection(house, { everything: true })
    const lost = ctx.transaction(async (tx) => {
      const [row] = await tx.db.rows<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await owner.rows('select pg_terminate_backend($1)', [row?.pid])
      const gone = () => owner.rows('select 1 from pg_stat_activity where pid = $1', [row?.pid])
      await expect.poll(async () => (await gone()).length, { interval: 5 }).toBe(0)
      await tx.recordsNamed('customer').create({ name: '不应留下' })
    })
    await expect(lost).rejects.toThrow()
    await owner.end()
    expect((await ctx.recordsNamed('customer').list({ where: { name: '不应留下' } })).total).toBe(0)
  })
})
