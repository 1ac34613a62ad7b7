import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ObjectType } from '#kernel'
import { type CastName, type House, openHouse } from '#test/house'
import { type RawConnection, rawConnection } from '#test/raw-connection'
import { makeWorld } from './world.ts'

let house: House
let raw: RawConnection
let guarded: ObjectType[]

beforeAll(async () => {
  house = await openHouse()
  raw = await rawConnection(house)
  await makeWorld(house, house.people.wang.id, house.people.chen.id)
  guarded = [...house.kernel.registry.objects.values()].filter((type) => type.guarded)
})
afterAll(async () => {
  await raw.end()
  await house.close()
})

const idsOf = async (table: string): Promise<string[]> =>
  (await raw.rows<{ id: string }>(`select id from "${table}" where deleted_at is null order by id`)).map(({ id }) => id)

describe('row-level security, below queries that have lost their predicate', () => {
  it('stands, and is forced on the owner too, on every table whose rows somebody holds', async () => {
    const rows = await raw.rows<{ name: string; forced: boolean }>(
      `select relname as name, relrowsecurity and relforcerowsecurity as forced
       from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'acl_read'
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    )
    expect(rows.filter(({ forced }) => !forced)).toEqual([])
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(guarded.map(({ table }) => table)))
  })

  it.each([
    ['never set', undefined],
    ['empty', []],
  ])('shows nothing where the keys are %s', async (_, keys) => {
    await raw.setKeys(keys)
    for (const { table } of guarded) expect(await idsOf(table), table).toEqual([])
  })

  it.each(['zhang', 'chen', 'wang', 'li', 'sun'] as const)(
    'shows %s the same records as the list does',
    async (name) => {
      const ctx = house.as(name)
      await raw.setKeys(ctx.actor.keys)
      for (const { table, name: object, policy } of guarded) {
        // What a policy withholds beyond the keys is below this net.
        if (policy?.limits.read) continue
        const { items } = await ctx.recordsNamed(object).list({ limit: 200, sort: 'id' })
        expect(await idsOf(table), table).toEqual(items.map(({ id }) => id).sort())
      }
    },
  )

  it('shows no foreign row through joins, groups and sub-queries', async () => {
    const { keys } = house.as('wang').actor
    await raw.setKeys(keys)
    const foreign = `not (acl_read && '{${keys.join()}}'::int[])`
    for (const { table, parent } of guarded) {
      expect(await raw.rows(`select count(*)::int as n from "${table}" where ${foreign}`)).toEqual([{ n: 0 }])
      expect(await raw.rows(`select 1 from (select * from "${table}") as all_of_them where ${foreign}`)).toEqual([])
      if (parent)
        expect(
          await raw.rows(
            `select 1 from "${table}" as child full join "${parent.object}" as file on file.id = child."${parent.column}"
             where not (coalesce(child.acl_read, file.acl_read) && '{${keys.join()}}'::int[])`,
          ),
        ).toEqual([])
    }
  })

  it('lets nobody change, move or make what is not theirs', async () => {
    const foreign = (await house.as('li').recordsNamed('customer').create({ name: '南方独有客户' })).id
    await raw.setKeys(house.as('wang').actor.keys)
    expect(await raw.rows(`update customer set name = '偷改' where id = $1 returning 1`, [foreign])).toEqual([])
    const own = (await house.as('wang').recordsNamed('customer').create({ name: '北方客户' })).id
    const keysOfLi = house.as('li' satisfies CastName).actor.keys.join()
    await expect(
      raw.rows(`update customer set acl_write = '{${keysOfLi}}', acl_read = '{${keysOfLi}}' where id = $1`, [own]),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      raw.rows(
        `insert into customer (id, created_at, updated_at, acl_read, acl_write) values (gen_random_uuid(), now(), now(), '{${keysOfLi}}', '{${keysOfLi}}')`,
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('lets nobody take a row out of a guarded table, the head included', async () => {
    await raw.setKeys(house.as('zhang').actor.keys)
    for (const { table } of guarded) expect(await raw.rows(`delete from "${table}" returning 1`), table).toEqual([])
  })
})
