import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ObjectType, sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'
import { actorContext, type Role } from './roles.ts'
import { type Target, tryOperation } from './try-operation.ts'
import { makeWorld, relations, type World } from './world.ts'

let house: House
let guarded: ObjectType[]
let world: World
let secret: string

beforeAll(async () => {
  house = await openHouse()
  world = await makeWorld(house, house.people.wang.id, house.people.chen.id)
  // One of the clerk's own files is above the own clearance: nobody but the head sees it.
  secret = (await house.as('wang').recordsNamed('customer').create({ name: '升密客户' })).id
  await house.system().recordsNamed('customer').update(secret, { level: '3' })
  guarded = [...house.kernel.registry.objects.values()].filter((type) => type.guarded && world.has(type.name))
})
afterAll(() => house.close())

const reading = ['list', 'search', 'group', 'read', 'timeline'] as const

async function outcomes(role: Role): Promise<string[]> {
  const ctx = actorContext(house, role)
  const lines: string[] = []
  for (const type of guarded)
    for (const operation of reading) {
      const pairs = relations.flatMap((relation) => world.get(type.name)?.[relation] ?? [])
      const targets = pairs.map((pair): Target => ({ ...pair, input: {} }))
      const letters = await Promise.all(targets.map((target) => tryOperation(ctx, type, operation, target)))
      lines.push(`${type.name} ${operation} ${letters.join('')}`)
    }
  return lines
}

describe('the predicate that every query of the application carries', () => {
  it('shows the same records where row-level security has been taken away', async () => {
    const roles = ['manager', 'clerk', 'other'] as const
    const withNet = await Promise.all(roles.map(outcomes))
    const owner = await rawConnection(house, { everything: true })
    for (const { table } of guarded) await owner.rows(`alter table "${table}" disable row level security`)
    await owner.end()
    expect(await Promise.all(roles.map(outcomes))).toEqual(withNet)
    const customers = house.as('wang').recordsNamed('customer')
    expect((await customers.list({ where: { id: secret } })).total).toBe(0)
    expect((await customers.list({ search: '升密客户' })).total).toBe(0)
    await expect(customers.get(secret)).rejects.toMatchObject({ status: 404 })
    await expect(customers.create({ name: '越级客户', level: '3' })).rejects.toMatchObject({
      code: 'access.level_above',
    })
    // A number of somebody else's file is a miss, as one that nobody has.
    await house.as('li').recordsNamed('customer').create({ name: '南方客户', phone: '13911112222' })
    await customers.list({ search: '13911112222' })
    expect(await house.kernel.db.rows(sql`select missed from sealed_search`)).toEqual([{ missed: true }])
    const customer = world.get('customer')?.foreign.live
    const named = house.as('wang').recordsNamed('task').create({ title: '跟进', customer })
    await expect(named).rejects.toMatchObject({ code: 'field.reference_unknown' })
  })
})
