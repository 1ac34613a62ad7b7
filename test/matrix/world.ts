import type { Context, ObjectType } from '#kernel'
import type { House } from '#test/house'
import { type Input, sampleInput } from '#test/sample-input'

export const relations = ['own', 'collaborator', 'unit', 'below', 'foreign'] as const
export type Relation = (typeof relations)[number]

/** Word that stands in the title of every record of a world, for the search. */
export const marker = '甲午标记'

/** A live record and one in the recycle bin, for each object and relation. */
export type Pair = { live: string; deleted: string }
export type World = ReadonlyMap<string, Readonly<Record<Relation, Pair>>>

type Holder = { owner: string; collaborator?: string }

export function holdersOf(house: House, subject: string, colleague: string): Readonly<Record<Relation, Holder>> {
  const { li, sun } = house.people
  return {
    own: { owner: subject },
    collaborator: { owner: li.id, collaborator: subject },
    unit: { owner: colleague },
    below: { owner: sun.id },
    foreign: { owner: li.id },
  }
}

/** Records that are nobody's, the same in every world of a house. */
const ofAll = new WeakMap<House, Map<string, Pair>>()

/** One record of each object and relation, seen from the subject; a colleague sits in the northern unit. */
export async function makeWorld(house: House, subject: string, colleague: string): Promise<World> {
  const ctx = house.as('zhang').asSystem('matrix')
  const holders = holdersOf(house, subject, colleague)
  const world = new Map<string, Record<Relation, Pair>>()
  const common = ofAll.get(house) ?? new Map<string, Pair>()
  ofAll.set(house, common)
  for (const type of parentsFirst(house)) {
    const make = async (relation: Relation) => {
      const known = isOfAll(type) ? common.get(type.name) : undefined
      if (known) return known
      const pair = await makePair(ctx, type, { ...heldBy(type, holders[relation]), ...onFile(type, world, relation) })
      if (isOfAll(type)) common.set(type.name, pair)
      return pair
    }
    world.set(type.name, {
      own: await make('own'),
      collaborator: await make('collaborator'),
      unit: await make('unit'),
      below: await make('below'),
      foreign: await make('foreign'),
    })
  }
  return world
}

async function makePair(ctx: Context, type: ObjectType, input: Input): Promise<Pair> {
  const [live, deleted] = [await makeRecord(ctx, type, input), await makeRecord(ctx, type, input)]
  await ctx.recordsNamed(type.name).remove(deleted)
  return { live, deleted }
}

/** Shared, and without a field that says whose it is: all relations are the same record. */
export function isOfAll(type: ObjectType): boolean {
  return !type.guarded && !type.stored.some(({ field }) => field.default === 'me')
}

export function parentsFirst({ kernel }: House): ObjectType[] {
  return [...kernel.registry.objects.values()].sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null))
}

/** The fields by which a record is held; of shared ones, the field that says whose it is. */
export function heldBy(type: ObjectType, { owner, collaborator }: Holder): Input {
  const { custody } = type.definition
  if (custody.type === 'child' || custody.type === 'about') return {}
  if (custody.type === 'shared') {
    const whose = type.stored.find(({ field }) => field.default === 'me')
    return whose ? { [whose.name]: owner } : {}
  }
  const [person] = custody.people ?? []
  const several = person && type.fields.get(person)?.columns[0]?.type === 'uuid[]'
  return {
    [custody.owner]: owner,
    ...(person && collaborator ? { [person]: several ? [collaborator] : collaborator } : {}),
  }
}

export function onFile(type: ObjectType, world: World, relation: Relation): Input {
  if (!type.parent) return aboutCustomer(type, world.get('customer')?.[relation].live)
  return { [type.parent.field]: world.get(type.parent.object)?.[relation].live }
}

/** What is about another record is here about a customer. */
export function aboutCustomer({ definition: { about, custody } }: ObjectType, customer: string | undefined): Input {
  const told = about ?? (custody.type === 'about' ? custody : undefined)
  return told ? { [told.object]: 'customer', [told.record]: customer } : {}
}

async function makeRecord(ctx: Context, type: ObjectType, given: Input): Promise<string> {
  const title = type.fields.get(type.definition.title)
  const named = title?.field.search ? { [title.name]: marker } : {}
  const { id } = await ctx.recordsNamed(type.name).create(await sampleInput(ctx, type, { ...named, ...given }))
  return id
}
