import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf, type Context, type Kernel, makeContext, sql, standingOfPerson } from '#kernel'
import { standardObjects } from '#objects'
import { type House, openHouse } from '#test/house'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'

const actors = 50
const requests = process.env.LONG ? 10_000 : 2_000

let house: House
let kernel: Kernel
let readers: Context[]

/** A head and fifty people of five units, each with own customers, on a kernel that has four connections for all of them. */
beforeAll(async () => {
  house = await openHouse()
  kernel = await openKernel({
    url: house.url,
    dataDir: house.dataDir,
    rights: house.rights,
    modules: standardObjects,
    connections: 4,
  })
  readers = await Promise.all(Array.from({ length: actors }, (_, index) => reader(index)))
  await Promise.all(
    readers.map((ctx, index) => ctx.recordsNamed('customer').create({ name: `甲午客户${index}`, tags: [`t${index}`] })),
  )
})
afterAll(async () => {
  await closeKernel(kernel)
  await house.close()
})

async function reader(index: number): Promise<Context> {
  // The head reads under another role of the database, which must not stay with the connection.
  const role = index === 0 ? 'head' : index % 10 ? 'clerk' : 'manager'
  const units = Object.values(house.units)
  const unit = units[index % units.length] ?? null
  const login = `reader${index}`
  const { id } = await house.system().recordsNamed('user').create({ name: '读者', login, role, unit })
  const person = { id, name: '读者', login, role, unit, language: 'zh' } as const
  const standing = await standingOfPerson(kernel, person)
  return makeContext({ kernel, actor: actorOf(person, standing, { session: null }), channel: 'api' })
}

/** Every kind of reading by turns; the ids that came out. */
async function read(ctx: Context, turn: number): Promise<string[]> {
  const customers = ctx.recordsNamed('customer')
  if (turn % 3 === 0) return (await customers.list({ limit: 200, uncounted: true })).items.map(({ id }) => id)
  if (turn % 3 === 1) return (await customers.list({ search: '甲午', limit: 200 })).items.map(({ id }) => id)
  // A bare statement without a predicate: row-level security alone decides.
  return ctx.transaction(async (tx) =>
    (await tx.db.rows<{ id: string }>(sql`select id from customer`)).map(({ id }) => id),
  )
}

describe('fifty people on four connections', () => {
  it(`never see each other's records in ${requests} interleaved requests`, async () => {
    const acl = await kernel.db.connect()
    await acl.text(`begin; set local app.keys = '{1}'; set local app.clearance = '3'`)
    const rows = await acl.rows<{ id: string; acl: number[] }>(sql`select id, acl_read as acl from customer`)
    await acl.text('rollback')
    acl.release()
    const aclOf = new Map(rows.map(({ id, acl: keys }) => [id, keys]))
    let seen = 0
    const ask = async (turn: number): Promise<string[]> => {
      const ctx = readers[(turn * 7) % actors]
      const ids = ctx ? await read(ctx, turn) : []
      seen += ids.length
      return ids.filter((id) => !aclOf.get(id)?.some((key) => ctx?.actor.keys.includes(key)))
    }
    const foreign: string[] = []
    for (let from = 0; from < requests; from += 200)
      foreign.push(...(await Promise.all(Array.from({ length: 200 }, (_, index) => ask(from + index)))).flat())
    expect(foreign).toEqual([])
    expect(seen).toBeGreaterThan(requests)
  }, 600_000)

  it('leave connections that know no keys', async () => {
    const shown = await Promise.all(
      Array.from({ length: 40 }, () =>
        kernel.db.rows(sql`select current_setting('app.keys', true) as keys, id from customer`),
      ),
    )
    expect(shown.flat()).toEqual([])
    const [mine] = await house.kernel.db.rows<{ role: string }>(sql`select current_user as role`)
    const others = await Promise.all(
      Array.from({ length: 40 }, () => kernel.db.rows<{ role: string }>(sql`select current_user as role`)),
    )
    expect(new Set(others.flat().map(({ role }) => role))).toEqual(new Set([mine?.role]))
  })
})
