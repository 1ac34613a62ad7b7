import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '#test/house'
import { modules } from '../../src/server/modules.ts'
import { expected, parseTable } from './expected.ts'
import { actorContext, type Role, roles, subjectOf } from './roles.ts'
import { operations, type Target, tryOperation } from './try-operation.ts'
import { heldBy, holdersOf, makeWorld, onFile, relations, type World } from './world.ts'

let house: House
let colleague: string
const worlds = new Map<string, World>()

beforeAll(async () => {
  house = await openHouse()
  const { north } = house.units
  colleague = (
    await house.system().recordsNamed('user').create({ name: '钱进', login: 'qian', role: 'clerk', unit: north })
  ).id
  for (const role of roles) {
    const subject = subjectOf(house, role)
    if (!worlds.has(subject)) worlds.set(subject, await makeWorld(house, subject, colleague))
  }
}, 120_000)
afterAll(() => house.close())

const objects = modules.flatMap((module) => (module.objects ?? []).map(({ name }) => name))

function targetsOf(object: string, role: Role): Target[] {
  const subject = subjectOf(house, role)
  const type = house.system().type(object)
  const world = worlds.get(subject) ?? new Map()
  const holders = holdersOf(house, subject, colleague)
  return relations.map((relation) => {
    const held = heldBy(type, holders[relation])
    const open = Object.entries(held).filter(([field]) => !type.fields.get(field)?.field.readOnly)
    return { ...world.get(object)[relation], input: { ...Object.fromEntries(open), ...onFile(type, world, relation) } }
  })
}

/** The object's whole table as it really is, in the form of the committed one. */
async function actualTable(object: string): Promise<Record<string, Record<string, string>>> {
  const table: Record<string, Record<string, string>> = {}
  const type = house.system().type(object)
  for (const role of roles) {
    const ctx = actorContext(house, role)
    const targets = targetsOf(object, role)
    const row: Record<string, string> = {}
    for (const operation of operations) {
      row[operation] = (await tryAll(targets, (target) => tryOperation(ctx, type, operation, target))).join('')
    }
    table[role] = row
  }
  return table
}

/** One record that stands for all relations is tried once. */
async function tryAll<T>(targets: readonly Target[], attempt: (target: Target) => Promise<T>): Promise<T[]> {
  const tried = new Map<string, Promise<T>>()
  for (const target of targets) if (!tried.has(target.live)) tried.set(target.live, attempt(target))
  return Promise.all(targets.flatMap(({ live }) => tried.get(live) ?? []))
}

describe('the matrix of object, operation, role and record', () => {
  it('has a committed table for every object of the registry, and for no other', () => {
    expect(Object.keys(expected).sort()).toEqual(objects.toSorted())
  })

  it.each(objects)('holds for %s', async (object) => {
    const actual = await actualTable(object)
    const table = parseTable(expected[object] ?? '')
    for (const role of roles)
      for (const operation of operations) {
        const is = actual[role]?.[operation]
        if (is !== '-----')
          expect(`${role} ${operation} ${is}`).toBe(`${role} ${operation} ${table[role]?.[operation]}`)
      }
  })
})
