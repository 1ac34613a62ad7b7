import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDuplicates, followTrail, runJob, sql, unfinishedJobs } from '#kernel'
import { type House, openHouse } from '#test/house'
import { runJobs } from '#test/run-jobs'
import { likeSql } from '../../src/kernel/duplicates/candidates.ts'
import { linesOf } from '../../src/kernel/duplicates/evidence.ts'
import { modules } from '../../src/server/modules.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await followTrail(house.system())
})
afterAll(() => house.close())

/** What the clock asks for at an hour of one same day. */
const tick = async (hour = '14'): Promise<void> =>
  findDuplicates(house.system().with({ now: () => new Date(`2026-01-05T${hour}:00:00+08:00`) }))

const jobs = modules.flatMap((module) => module.jobs ?? [])

async function keyed(): Promise<string[]> {
  const rows = await house.kernel.db.rows<{ id: string }>(
    sql`select record_id as id from lookup where kind = 'company_name.like' order by record_id`,
  )
  return rows.map(({ id }) => id)
}

const make = async (name: string): Promise<string> =>
  (await house.as('wang').recordsNamed('customer').create({ name })).id

it('are written behind the answer, and anew where a name has changed', async () => {
  const before = await keyed()
  const id = await make('台州橘香果业有限公司')
  expect(await keyed()).toEqual(before)
  await tick()
  await runJobs(house)
  expect(await keyed()).toEqual([...before, id].sort())
  const hashOf = () =>
    house.kernel.db.rows<{ hash: Buffer }>(
      sql`select hash from lookup where record_id = ${id}::uuid and kind = 'company_name.like'`,
    )
  const [old] = await hashOf()
  const { version } = await house.as('wang').recordsNamed('customer').get(id)
  await house.as('wang').recordsNamed('customer').update(id, { name: '台州蜜桃果业有限公司' }, { version })
  await tick()
  await runJobs(house)
  const now = await hashOf()
  expect(now).toHaveLength(1)
  expect(now[0]?.hash.equals(old?.hash ?? Buffer.alloc(0))).toBe(false)
})

it('cost nothing where nothing that tells one from another has changed', async () => {
  const id = await make('温岭石塘渔业有限公司')
  await tick()
  await runJobs(house)
  const { version } = await house.as('wang').recordsNamed('customer').get(id)
  await house.as('wang').recordsNamed('customer').update(id, { remarks: '常来' }, { version })
  await tick()
  expect(await unfinishedJobs(house.system())).toEqual([])
})

it('are all there after a kill in the middle of a step', async () => {
  const before = await keyed()
  const made = [await make('玉环文旦果业有限公司'), await make('三门青蟹水产有限公司')]
  await tick()
  const [id = ''] = await unfinishedJobs(house.system())
  const { codec } = house.kernel
  house.kernel.codec = {
    ...codec,
    index: () => {
      throw new Error('killed')
    },
  }
  await expect(runJob(house.kernel, jobs, id)).rejects.toThrow('killed')
  house.kernel.codec = codec
  expect(await keyed()).toEqual(before)
  await runJobs(house)
  expect(await keyed()).toEqual([...before, ...made].sort())
})

it('are written by night for whatever the trail does not tell of, and once a night', async () => {
  const before = await keyed()
  await house.kernel.db.rows(sql`delete from lookup where kind = 'company_name.like'`)
  const work = async (hour: string): Promise<void> => {
    await tick(hour)
    await runJobs(house)
  }
  await work('14')
  expect(await keyed()).toEqual([])
  await work('02')
  expect(await keyed()).toEqual(before)
  await house.kernel.db.rows(sql`delete from lookup where kind = 'company_name.like'`)
  await work('03')
  expect(await keyed()).toEqual([])
})

it('are asked for by the index of hashes, in one statement, among many', async () => {
  const { db } = house.kernel
  await db.rows(sql`
    insert into lookup (kind, hash, object, field, record_id, owner_id, index_key)
    select kind, sha256(convert_to(kind || n, 'UTF8')), 'customer', field, gen_random_uuid(), gen_random_uuid(), (select max(id) from index_key)
    from generate_series(1, 20000) n cross join (values ('company_name.like', 'name'), ('phone', 'phone')) kinds (kind, field)`)
  await db.rows(sql`analyze lookup`)
  const ctx = house.as('wang')
  const keys = ['company_name.like', 'phone'].map((hashedAs) => ({ hashedAs, hash: Buffer.alloc(32) }))
  const plan = await db.rows<{ 'QUERY PLAN': string }>(
    sql`explain (costs off) ${likeSql(linesOf(ctx, ctx.type('customer')), keys)}`,
  )
  const said = plan.map((line) => line['QUERY PLAN']).join('\n')
  expect(said).toContain('lookup_hash_idx')
  expect(said).not.toContain('Seq Scan')
})
