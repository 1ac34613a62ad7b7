import {
  type Actor,
  actorOf,
  type Channel,
  type Context,
  type Kernel,
  makeContext,
  type Person,
  type Rights,
  standingOfPerson,
  systemActor,
} from '#kernel'
import { openEmptyHouse } from './empty-house.ts'

/** The named cast: who they are, what they may, where they sit. */
const cast = {
  zhang: { name: '张伟', role: 'head', unit: null },
  wang: { name: '王芳', role: 'clerk', unit: 'north' },
  li: { name: '李娜', role: 'clerk', unit: 'south' },
  chen: { name: '陈静', role: 'manager', unit: 'north' },
  sun: { name: '孙立', role: 'clerk', unit: 'northEast' },
} as const
export type CastName = keyof typeof cast

/** A house of its own for a test file: migrated database, two units with one below, five people. */
export type House = {
  kernel: Kernel
  url: string
  dataDir: string
  rights: Rights
  people: Readonly<Record<CastName, Person>>
  units: Readonly<Record<'north' | 'south' | 'northEast', string>>
  /** `proven`: the person has just proved to be there, as sensitive acts ask. */
  as(name: CastName, options?: { now?: () => Date; channel?: Channel; proven?: boolean }): Context
  system(): Context
  close(): Promise<void>
}

export async function openHouse(): Promise<House> {
  const { kernel, url, dataDir, rights, close } = await openEmptyHouse()
  const system = (): Context => makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'test' })
  const units = await makeUnits(system())
  const people = await makePeople(system(), units)
  const actors = new Map<string, Actor>()
  for (const person of Object.values(people))
    actors.set(
      person.id,
      actorOf(person, await standingOfPerson(kernel, person), { session: null, provenAt: new Date().toISOString() }),
    )
  return {
    kernel,
    url,
    dataDir,
    rights,
    people,
    units,
    system,
    as: (name, { now, channel = 'api', proven = true } = {}) =>
      makeContext({
        kernel,
        actor: {
          ...(actors.get(people[name].id) ?? systemActor),
          provenAt: proven ? new Date().toISOString() : null,
        },
        channel,
        now,
      }),
    close,
  }
}

async function makeUnits(ctx: Context): Promise<House['units']> {
  const units = ctx.recordsNamed('unit')
  const make = async (name: string, parent?: string): Promise<string> => (await units.create({ name, parent })).id
  const north = await make('北方区')
  return { north, south: await make('南方区'), northEast: await make('东北组', north) }
}

async function makePeople(ctx: Context, units: House['units']): Promise<House['people']> {
  const people: Record<string, Person> = {}
  for (const [login, { name, role, unit }] of Object.entries(cast)) {
    const unitId = unit && units[unit]
    const record = await ctx.recordsNamed('user').create({ name, login, role, unit: unitId })
    people[login] = { id: record.id, name, login, role, unit: unitId, language: 'zh' }
  }
  // Every name of the cast has just been added.
  return people as House['people']
}
