import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  destroyKeys,
  findImport,
  importErrors,
  makeContext,
  openFile,
  rotateMaster,
  showSheets,
  sql,
  startRotation,
  storeFile,
} from '#kernel'
import { type House, openHouse } from '#test/house'
import { queueImport } from '#test/import-csv'
import { rawConnection } from '#test/raw-connection'
import { runJobs } from '#test/run-jobs'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'

const phone = '+8613987654321'
const list = '客户名称,电话\n名单上的客户,打不通的热线\n'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function makeFile(): Promise<{ customer: string; contact: string; file: string }> {
  const ctx = house.as('zhang', { proven: true })
  const input = { name: '鸟店', phone, secretRemarks: '秘密' }
  const { id: customer } = await ctx.recordsNamed('customer').create(input, { idempotencyKey: 'bird' })
  await ctx.recordsNamed('customer').update(customer, { email: 'a@example.com' }, { version: 1 })
  const { id: contact } = await ctx.recordsNamed('contact').create({ customer, name: '养鸟人', phone })
  const { id: file } = await storeFile(ctx, Readable.from([Buffer.from('秘密')]), '秘密.txt')
  await ctx.recordsNamed('attachment').create({ customer, title: '附件', files: [file] })
  return { customer, contact, file }
}

async function importList(): Promise<{ id: string; customer: string }> {
  const ctx = house.as('zhang', { proven: true })
  const { id } = await queueImport(ctx, list)
  await runJobs(house)
  const { items } = await ctx.recordsNamed('customer').list({ where: { name: '名单上的客户' } })
  return { id, customer: items[0]?.id ?? '' }
}

describe('the keys of a file, destroyed', () => {
  it('leave no copy that can be read, and nothing that fails', async () => {
    const { customer, contact, file } = await makeFile()
    const ctx = house.as('zhang', { proven: true })
    const customers = ctx.recordsNamed('customer')
    const second = await openKernel({
      url: house.url,
      dataDir: house.dataDir,
      rights: house.rights,
      modules,
      connections: 2,
    })
    await destroyKeys(ctx, ctx.type('customer'), customer, { reason: '客户要求' })
    expect(await customers.get(customer)).toMatchObject({
      name: '鸟店',
      phone: null,
      email: null,
      secretRemarks: null,
      destroyed: true,
    })
    expect(await ctx.recordsNamed('contact').get(contact)).toMatchObject({
      name: '养鸟人',
      phone: null,
      destroyed: true,
    })
    expect((await customers.history(customer)).items).toMatchObject([{ field: 'email', before: null, after: null }])
    expect((await customers.timeline(customer)).items.length).toBeGreaterThan(1)
    expect((await customers.list({ where: { phone } })).total).toBe(0)
    await expect(openFile(ctx, file)).rejects.toMatchObject({ code: 'record.destroyed' })
    const input = { name: '鸟店', phone, secretRemarks: '秘密' }
    await expect(customers.create(input, { idempotencyKey: 'bird' })).rejects.toMatchObject({
      code: 'record.destroyed',
    })
    await expect(customers.update(customer, { phone }, { version: 2 })).rejects.toMatchObject({
      code: 'record.destroyed',
    })
    await expect(ctx.recordsNamed('contact').create({ customer, name: '新人', phone })).rejects.toMatchObject({
      code: 'record.destroyed',
    })
    await expect(destroyKeys(ctx, ctx.type('customer'), customer, { reason: '再次' })).rejects.toMatchObject({
      status: 409,
    })
    await customers.remove(customer)
    await customers.restore(customer)
    await closeKernel(second)
  })

  it('are forgotten within a second by a server that had used them', async () => {
    const ctx = house.as('zhang', { proven: true })
    const { id: customer } = await ctx.recordsNamed('customer').create({ name: '另一家', phone })
    const second = await openKernel({
      url: house.url,
      dataDir: house.dataDir,
      rights: house.rights,
      modules,
      connections: 2,
    })
    const other = { ...ctx.kernel, db: second.db, codec: second.codec, keys: second.keys }
    const there = makeContext({ kernel: other, actor: ctx.actor, channel: 'api' }).recordsNamed('customer')
    expect(await there.get(customer)).toMatchObject({ phone })
    await destroyKeys(ctx, ctx.type('customer'), customer, { reason: '客户要求' })
    await expect.poll(async () => (await there.get(customer)).destroyed, { timeout: 1_500, interval: 50 }).toBe(true)
    await closeKernel(second)
  })

  it('take the rows and the list of the import along', async () => {
    const { id, customer } = await importList()
    const ctx = house.as('zhang', { proven: true })
    expect((await importErrors(ctx, await findImport(ctx, id))).items[0]?.cells).toEqual([
      '名单上的客户',
      '打不通的热线',
    ])
    await destroyKeys(ctx, ctx.type('customer'), customer, { reason: '客户要求' })
    expect((await importErrors(ctx, await findImport(ctx, id))).items[0]?.cells).toEqual([])
    const { file } = await findImport(ctx, id)
    await expect(openFile(ctx, file)).rejects.toMatchObject({ code: 'record.destroyed' })
    expect((await ctx.recordsNamed('customer').get(customer)).unresolved).toEqual([])
  })

  it('stay destroyed in a database from before, brought back', async () => {
    const ctx = house.as('zhang', { proven: true })
    const { id: customer } = await ctx.recordsNamed('customer').create({ name: '备份里的客户', phone })
    const raw = await rawConnection(house, { everything: true })
    const kept = await raw.rows<{ wrapped: Buffer }>('select wrapped from data_key where owner = $1', [customer])
    await destroyKeys(ctx, ctx.type('customer'), customer, { reason: '客户要求' })
    // What a restored backup would say.
    await raw.rows('delete from shred_ledger where owner = $1', [customer])
    await raw.rows('update data_key set wrapped = $2, destroyed_at = null where owner = $1 and level = 2', [
      customer,
      kept[0]?.wrapped,
    ])
    const restored = await openKernel({
      url: house.url,
      dataDir: house.dataDir,
      rights: house.rights,
      modules,
      connections: 2,
    })
    expect(await raw.rows('select 1 from data_key where owner = $1 and wrapped is not null', [customer])).toEqual([])
    expect(await raw.rows('select 1 from shred_ledger where owner = $1', [customer])).toHaveLength(1)
    await raw.end()
    await closeKernel(restored)
  })

  it('need a fresh proof of presence', async () => {
    const ctx = house.as('zhang', { proven: false })
    const { id } = await ctx.recordsNamed('customer').create({ name: '第四家', phone })
    const refused = destroyKeys(ctx, ctx.type('customer'), id, { reason: 'x' })
    await expect(refused).rejects.toMatchObject({ code: 'access.proof_needed' })
    for (const act of [startRotation, rotateMaster, showSheets])
      await expect(act(ctx)).rejects.toMatchObject({ code: 'access.proof_needed' })
  })

  it('are for those who keep the keys, once, with a line in the trail', async () => {
    const ctx = house.as('zhang', { proven: true })
    const { id } = await ctx.recordsNamed('customer').create({ name: '第三家', phone })
    await expect(destroyKeys(house.as('wang'), ctx.type('customer'), id, { reason: 'x' })).rejects.toMatchObject({
      status: 403,
    })
    await destroyKeys(ctx, ctx.type('customer'), id, { reason: '客户要求' })
    const trail = await house.kernel.db.rows(
      sql`select reason from audit_event where action = 'destroy' and record = ${id}::uuid`,
    )
    expect(trail).toEqual([{ reason: '客户要求' }])
  })
})
