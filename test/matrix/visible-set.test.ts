import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, type FeedEvent, type ObjectType, reaches } from '#kernel'
import { type House, openHouse } from '#test/house'
import { sampleInput } from '#test/sample-input'
import { modules } from '../../src/server/modules.ts'
import { actorContext, type Role, roles } from './roles.ts'
import { aboutCustomer, heldBy, marker } from './world.ts'

let house: House
const made = new Map<string, string[]>()
const perObject = 24

beforeAll(async () => {
  house = await openHouse()
  const ctx = house.as('zhang').asSystem('visible set')
  const holders = Object.values(house.people).map(({ id }) => id)
  const types = [...house.kernel.registry.objects.values()].sort((a, b) => Number(!!a.parent) - Number(!!b.parent))
  for (const type of types) made.set(type.name, await fill(ctx, type, holders))
})
afterAll(() => house.close())

async function fill(ctx: Context, type: ObjectType, holders: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  const title = type.fields.get(type.definition.title)
  for (let index = 0; index < (type.guarded ? perObject : holders.length); index++) {
    const owner = holders[index % holders.length] ?? ''
    const held = heldBy(type, { owner, collaborator: index % 3 ? undefined : holders[(index + 2) % holders.length] })
    const about = aboutCustomer(type, made.get('customer')?.[index])
    const parent = type.parent && { [type.parent.field]: made.get(type.parent.object)?.[index] }
    const named = title?.field.search ? { [title.name]: `${marker}${index}` } : {}
    const input = await sampleInput(ctx, type, { ...held, ...parent, ...about, ...named })
    ids.push((await ctx.recordsNamed(type.name).create(input)).id)
  }
  return ids
}

/** Ids by a walk through all pages. */
async function listed(ctx: Context, type: ObjectType, search?: string): Promise<Set<string>> {
  const ids = new Set<string>()
  let after: string | undefined
  do {
    const page = await ctx.recordsNamed(type.name).list({ limit: 7, sort: search && '-updatedAt', search, after })
    for (const { id } of page.items) ids.add(id)
    after = page.next ?? undefined
  } while (after)
  return ids
}

async function grouped(ctx: Context, type: ObjectType): Promise<number[]> {
  const by = type.stored.filter(
    ({ kind, sealed, columns }) => kind.groupable && !sealed && !columns[0]?.type.endsWith('[]'),
  )
  const totals = by.map(async ({ name }) => {
    const { groups } = await ctx.recordsNamed(type.name).groupBy(name)
    return groups.reduce((sum, { count }) => sum + count, 0)
  })
  return Promise.all(totals)
}

/** Records whose creation the change feed would announce to the reader. */
async function announced(ctx: Context, type: ObjectType): Promise<Set<string>> {
  const told = (await everyEvent()).filter(
    (event) =>
      event.object === type.name &&
      reaches(event, { keys: ctx.actor.reach(type, 'read') ?? [], clearance: ctx.actor.clearance }),
  )
  return new Set(told.flatMap(({ records }) => records))
}

async function everyEvent(): Promise<FeedEvent[]> {
  const events: FeedEvent[] = []
  for (;;) {
    const more = await house.kernel.feed.since(events.at(-1)?.id ?? 0)
    if (!more.length) return events
    events.push(...more)
  }
}

const cases = modules
  .flatMap((module) => module.objects ?? [])
  .flatMap(({ name }) => roles.filter((role) => role !== 'nobody').map((role) => ({ object: name, role })))

describe('what a reader may see', () => {
  it.each(cases)('is one set of $object for the $role, whichever way it is asked', async ({ object, role }) => {
    const ctx = actorContext(house, role)
    const type = ctx.type(object)
    if (type.policy?.limits.read?.(ctx.actor) === false) {
      await expect(listed(ctx, type)).rejects.toMatchObject({ status: 403 })
      return
    }
    const set = await listed(ctx, type)
    expect((await ctx.recordsNamed(object).list({ limit: 1 })).total).toBe(set.size)
    for (const total of await grouped(ctx, type)) expect(total).toBe(set.size)
    if (type.fields.get(type.definition.title)?.field.search) {
      const marked = new Set(made.get(object))
      expect(await listed(ctx, type, marker)).toEqual(set.intersection(marked))
    }
    // The feed names records by their keys; what a policy withholds beyond them is not opened by its name.
    if (type.guarded && !type.policy?.limits.read) expect(await announced(ctx, type)).toEqual(set)
  })

  it('is a part of the whole for all but the head', async () => {
    const size = async (role: Role) => (await listed(actorContext(house, role), house.system().type('contact'))).size
    expect(await size('head')).toBe(perObject)
    for (const role of ['manager', 'clerk', 'other'] as const) {
      expect(await size(role)).toBeGreaterThan(0)
      expect(await size(role)).toBeLessThan(perObject)
    }
  })
})
