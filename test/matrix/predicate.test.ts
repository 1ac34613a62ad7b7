import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ObjectType } from '#kernel'
import { type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'
import { actorContext, type Role } from './roles.ts'
import { type Target, tryOperation } from './try-operation.ts'
import { makeWorld, relations, type World } from './world.ts'

let house: House
let guarded: ObjectType[]
let world: World

beforeAll(async () => {
  house = await openHouse()
  world = await makeWorld(house, house.people.wang.id, house.people.chen.id)
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
    const customer = world.get('customer')?.foreign.live
    const named = house.as('wang').recordsNamed('task').create({ title: '跟进', customer })
    await expect(named).rejects.toMatchObject({ code: 'field.reference_unknown' })
  })
})
