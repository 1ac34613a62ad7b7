import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Codec, type Context, defineJob, makeContext, type Ring, runJob, startJob } from '#kernel'
import { type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'

/** Stands for a cipher: what it seals can be told from what was typed, and can be looked for. */
const reversingRing: Ring = {
  seal: (text) => Buffer.from(text, 'utf8').reverse(),
  open: (bytes) => Buffer.from(bytes).reverse().toString('utf8'),
}
const reversing = ({ index, hashes }: Codec): Codec => ({
  sealing: async () => reversingRing,
  opening: async () => reversingRing,
  index,
  hashes,
})

const first = {
  phone: '+8613987654321',
  email: 'jinsique@example.com',
  wechat: 'jinsique_wx',
  street: '金丝雀路73号',
  idNumber: '110105199003071052',
  secretRemarks: '金丝雀的机密备注',
}
const second = {
  phone: '+8613887654322',
  email: 'huangque@example.com',
  wechat: 'huangque_wx',
  street: '黄雀路37号',
  idNumber: '11010519491231002X',
  secretRemarks: '黄雀的机密备注',
}
const illegible = '打不通的金丝雀热线'
const canaries = [...Object.values(first), ...Object.values(second), illegible]

let house: House
let ctx: Context
let customer: string

beforeAll(async () => {
  house = await openHouse()
  // Sees every level plainly: what is looked at here is the codec, not the masks.
  const actor: Actor = { ...house.as('zhang').actor, plain: 3 }
  ctx = makeContext({ kernel: { ...house.kernel, codec: reversing(house.kernel.codec) }, actor, channel: 'api' })
  await live()
})
afterAll(() => house.close())

/** All that a sealed value goes through: creation, retry, change, history, bin, an import's leavings, a failed job. */
async function live(): Promise<void> {
  const customers = ctx.recordsNamed('customer')
  customer = (await customers.create({ name: '鸟店', ...first }, { idempotencyKey: 'bird' })).id
  await customers.create({ name: '鸟店', ...first }, { idempotencyKey: 'bird' })
  await customers.update(customer, second, { version: 1, reason: '搬家' })
  const contact = { customer, name: '养鸟人', phone: first.phone, email: first.email, wechat: first.wechat }
  const { id } = await ctx.recordsNamed('contact').create(contact)
  await ctx.recordsNamed('contact').remove(id)
  await ctx.recordsNamed('address').create({ customer, street: first.street })
  await customers.createMany([{ input: { name: '待补全', phone: illegible } }], { lenient: true })
  await customers.create({ name: '拒收', phone: illegible }).catch(() => undefined)
  const job = defineJob({ kind: 'birds', start: () => 0, step: () => fail(ctx) })
  const started = await ctx.transaction((tx) => startJob(tx, 'birds', { customer }))
  await runJob(ctx.kernel, [job], started)
}

async function fail(tx: Context): Promise<never> {
  await tx.recordsNamed('customer').create({ name: '拒收', phone: illegible })
  throw new Error('An illegible number was taken')
}

/** Tables whose rows hold a text, as letters or as the bytes of letters. */
async function tablesHolding(needles: readonly Buffer[]): Promise<string[]> {
  const raw = await rawConnection(house, { everything: true })
  const tables = await raw.rows<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and nspname not like 'pg\\_%' and nspname <> 'information_schema'`,
  )
  const patterns = needles.flatMap((bytes) => [`%${bytes.toString('utf8')}%`, `%${bytes.toString('hex')}%`])
  const holding: string[] = []
  for (const { name } of tables) {
    const found = await raw.rows(`select 1 from ${name} as line where line::text like any($1) limit 1`, [patterns])
    if (found.length) holding.push(name)
  }
  expect(tables.length).toBeGreaterThan(25)
  await raw.end()
  return holding.sort()
}

describe('sealed values', () => {
  it('stand in no table of the database but through the codec', async () => {
    expect(await tablesHolding(canaries.map((text) => Buffer.from(text)))).toEqual([])
  })

  it('would be found by that search: sealed they stand in the records, the history, the answers and the leavings', async () => {
    const sealed = canaries.map((text) => Buffer.from(text).reverse())
    const known = ['address', 'contact', 'customer', 'field_change', 'idempotency', 'unresolved']
    expect(await tablesHolding(sealed)).toEqual(known)
  })

  it('come back to who may read them, from record, retry, history and leavings', async () => {
    const customers = ctx.recordsNamed('customer')
    expect(await customers.get(customer)).toMatchObject(second)
    const { items } = await customers.history(customer)
    expect(Object.fromEntries(items.map(({ field, before }) => [field, before]))).toMatchObject(first)
    const retry = await customers.create({ name: '鸟店', ...first }, { idempotencyKey: 'bird' })
    expect(retry).toMatchObject({ id: customer, ...first })
    const open = await customers.list({ where: { name: '待补全' } })
    const answer = await customers.get(open.items[0]?.id ?? '')
    expect(answer.unresolved).toMatchObject([{ field: 'phone', original: illegible }])
  })

  it('go back to what they were, one by one', async () => {
    const customers = ctx.recordsNamed('customer')
    for (const field of Object.keys(first)) {
      const { items } = await customers.history(customer)
      const change = items.find((item) => item.field === field)
      const { version } = await customers.get(customer)
      await customers.restoreValue(customer, { change: change?.id ?? '', version })
    }
    expect(await customers.get(customer)).toMatchObject(first)
    expect((await customers.list({ where: { phone: first.phone } })).total).toBe(1)
    expect((await customers.list({ where: { phone: second.phone } })).total).toBe(0)
    expect((await customers.list({ search: second.phone })).total).toBe(0)
  })
})
