import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, sql } from '#kernel'
import { AppError } from '#shared/app-error'
import { type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'
import { inSavepoint, withoutWaiting } from '../../src/kernel/record/transaction.ts'
import { maintain } from '../../src/server/maintain.ts'

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

describe('a statement that nobody waits for', () => {
  const names = async () =>
    (
      await house
        .as('wang')
        .recordsNamed('customer')
        .list({ where: { name: '不应留下' } })
    ).total

  it('fails the commit, were nothing to follow', async () => {
    const ctx = house.as('wang')
    const done = ctx.transaction(async (tx) => {
      await tx.recordsNamed('customer').create({ name: '不应留下' })
      // A sight that the server cannot read.
      const keys = ["'"] as unknown as number[]
      await tx.with({ actor: { ...tx.actor, keys } }).transaction(async () => {})
    })
    await expect(done).rejects.toMatchObject({ code: '42601' })
    expect(await names()).toBe(0)
  })

  it('is what is told of, where another one is refused after it; a savepoint ends with those of its own', async () => {
    const ctx = house.as('wang')
    const divide = (tx: Context) => withoutWaiting(tx, tx.db.rows(sql`select 1 / 0`))
    const done = ctx.transaction(async (tx) => {
      await divide(tx)
      await tx.recordsNamed('customer').create({ name: '不应留下' })
    })
    await expect(done).rejects.toMatchObject({ cause: { code: '22012' } })
    await ctx.transaction(async (tx) => {
      const part = inSavepoint(tx, () => divide(tx))
      await expect(part).rejects.toMatchObject({ code: '22012' })
      await tx.recordsNamed('customer').create({ name: '留下' })
    })
    expect(await names()).toBe(0)
    expect((await ctx.recordsNamed('customer').list({ where: { name: '留下' } })).total).toBe(1)
  })
})

it('upkeep that one module cannot do keeps the others from nothing, and is told', async () => {
  const [first] = house.kernel.modules
  if (!first) throw new Error('There are modules')
  const done: string[] = []
  const bad = { ...first, maintain: () => Promise.reject(new AppError(503, 'request.too_costly')) }
  const good = { ...first, maintain: async () => void done.push('good') }
  const upkeep = maintain({ ...house.kernel, modules: [bad, good] }, house)
  await expect(upkeep).rejects.toMatchObject({ code: 'request.too_costly' })
  expect(done).toEqual(['good'])
})
