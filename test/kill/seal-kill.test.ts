import { existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Context, findImport, importErrors, openFile, sql, storeFile } from '#kernel'
import { type House, openHouse } from '#test/house'
import { queueImport } from '#test/import-csv'
import { beforeKeys, holdPlain, storePlain } from '#test/plain-house'
import { rawConnection } from '#test/raw-connection'
import { runJobs } from '#test/run-jobs'
import { startWorker } from '../../src/server/worker-process.ts'

const kills = Number(process.env.KILLS ?? 3)
const many = 3_000
const first = '+8613900000001'
const moved = '+8613800009876'
const secret = '金丝雀的机密备注'
const list = `客户名称,电话\n导入的客户,打不通的金丝雀热线\n,13900007777\n`

let house: House
let customer: string
let file: string
let imported: string
let plainPath: string

beforeAll(async () => {
  house = await openHouse()
  await live(beforeKeys(house, 'zhang').with({ actor: { ...house.as('zhang').actor, plain: 3 } }))
  await holdPlain(house)
})
afterAll(() => house.close())

/** A house that worked before there were keys: records, history, bin, retries, files, an import. */
async function live(ctx: Context): Promise<void> {
  const customers = ctx.recordsNamed('customer')
  const made = await customers.create({ name: '鸟店', phone: first, secretRemarks: secret }, { idempotencyKey: 'bird' })
  customer = made.id
  await customers.update(customer, { phone: moved }, { version: 1 })
  const contact = await ctx.recordsNamed('contact').create({ customer, name: '养鸟人', phone: first })
  await ctx.recordsNamed('contact').remove(contact.id)
  file = (await storeFile(ctx, Readable.from([Buffer.from(secret)]), '金丝雀.txt')).id
  await ctx.recordsNamed('attachment').create({ customer, title: '附件', files: [file] })
  plainPath = await storePlain(house, file, Buffer.from(secret))
  await customers.createMany(
    Array.from({ length: many }, (_, at) => ({
      input: { name: `客户${at}`, phone: `137${String(at).padStart(8, '0')}` },
    })),
  )
  imported = await importList(ctx)
}

async function importList(ctx: Context): Promise<string> {
  const { id, file } = await queueImport(ctx, list)
  await runJobs({ kernel: ctx.kernel, system: house.system })
  await storePlain(house, file, Buffer.from(list))
  return id
}

async function plainValues(): Promise<number> {
  const raw = await rawConnection(house, { everything: true })
  const [row] = await raw.rows<{ count: string }>(`
    select (select count(*) from customer where substring(phone from 1 for 1) <> '\\xf9')
      + (select count(*) from contact where substring(phone from 1 for 1) <> '\\xf9')
      + (select count(*) from field_change where substring(before from 1 for 1) <> '\\xf9' or substring(after from 1 for 1) <> '\\xf9')
      + (select count(*) from unresolved where substring(original from 1 for 1) <> '\\xf9')
      + (select count(*) from idempotency where substring(answer from 1 for 1) <> '\\xf9')
      + (select count(*) from import where substring(file_name from 1 for 1) <> '\\xf9')
      + (select count(*) from import_row where substring(cells from 1 for 1) <> '\\xf9')
      + (select count(*) from file where substring(name from 1 for 1) <> '\\xf9' or content_key is null) as count`)
  await raw.end()
  return Number(row?.count)
}

/** All that a reader sees, whichever form it is stored in at the moment. */
async function readAll(ctx: Context): Promise<void> {
  const customers = ctx.recordsNamed('customer')
  expect(await customers.get(customer)).toMatchObject({ phone: moved, secretRemarks: secret })
  expect((await customers.list({ where: { phone: moved } })).total).toBe(1)
  expect((await customers.list({ search: '9876' })).items.map(({ id }) => id)).toContain(customer)
  const some = Math.floor(Math.random() * many)
  expect((await customers.list({ where: { phone: `137${String(some).padStart(8, '0')}` } })).items).toMatchObject([
    { values: { name: `客户${some}` } },
  ])
  expect((await customers.history(customer)).items).toMatchObject([{ before: first, after: moved }])
  const retried = await customers.create(
    { name: '鸟店', phone: first, secretRemarks: secret },
    { idempotencyKey: 'bird' },
  )
  expect(retried).toMatchObject({ id: customer, phone: first })
  const { facts, content } = await openFile(ctx, file)
  expect(facts.name).toBe('金丝雀.txt')
  expect(await text(content)).toBe(secret)
  const kept = await findImport(ctx, imported)
  expect(kept.fileName).toBe('名单.csv')
  expect((await importErrors(ctx, kept)).items.map(({ cells }) => cells)).toEqual([
    ['导入的客户', '打不通的金丝雀热线'],
    ['', '13900007777'],
  ])
}

it('plain values are sealed by a worker that is killed again and again, while everybody reads on', async () => {
  // Sees every level plainly: what is looked at here is the sealing, not the masks.
  const ctx = house.as('zhang').with({ actor: { ...house.as('zhang').actor, plain: 3 } })
  expect(await plainValues()).toBeGreaterThan(many)
  await readAll(ctx)
  const worker = startWorker({ url: house.url, dataDir: house.dataDir, rights: house.rights }, () => {})
  const ended = async (): Promise<boolean> =>
    (await house.kernel.db.rows(sql`select 1 from plain_remains where sealed_at is not null`)).length > 0
  for (let killed = 0; killed < kills && !(await ended()); ) {
    await delay(300 + Math.random() * 1_500)
    await readAll(ctx)
    const pid = worker.pid()
    if (!pid) continue
    process.kill(pid, 'SIGKILL')
    killed++
  }
  await expect.poll(ended, { timeout: 60_000, interval: 100 }).toBe(true)
  await worker.stop()
  expect(await plainValues()).toBe(0)
  expect(existsSync(plainPath)).toBe(false)
  // This process learns of it by itself.
  await expect.poll(() => house.kernel.keys.secrets().plain, { timeout: 5_000, interval: 50 }).toBe(false)
  await readAll(ctx)
  const raw = await rawConnection(house, { everything: true })
  await raw.rows(`update customer set phone = convert_to('+8613900000001', 'UTF8') where id = $1`, [customer])
  await raw.end()
  await expect(ctx.recordsNamed('customer').get(customer)).rejects.toThrow('does not belong')
}, 180_000)

it('hashes without a key are gone', async () => {
  const raw = await rawConnection(house, { everything: true })
  const { hash } = beforeKeys(house, 'zhang').kernel.codec.index()
  const old = [hash('phone', first), hash('phone', moved), hash('phone.tail', '9876')]
  expect(await raw.rows('select 1 from lookup where hash = any($1)', [old])).toEqual([])
  await raw.end()
})
