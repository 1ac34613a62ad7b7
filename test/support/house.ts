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
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'
import { emptyTemplate, openOn, type Premises, premisesLike } from './empty-house.ts'
import { createTemplate } from './postgres.ts'

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
  const { people, units, ...premises } = await staffedPremises()
  const { kernel, url, dataDir, rights, close } = await openOn(premises)
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
    system: () => systemOf(kernel),
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

type Staff = Pick<House, 'people' | 'units'>

/** The cast moves in once a run; each house is a copy of where they did. */
async function staffedPremises(): Promise<Premises & Staff> {
  const empty = await emptyTemplate()
  const { rights } = empty.made
  const template = await createTemplate(
    'cast',
    async ({ url, folder }) => {
      const kernel = await openKernel({ url, dataDir: folder, rights, modules })
      const units = await makeUnits(systemOf(kernel))
      const people = await makePeople(systemOf(kernel), units)
      await closeKernel(kernel)
      return { rights, units, people }
    },
    empty,
  )
  const { units, people } = template.made
  const premises = await premisesLike(template)
  // As if they had just done so: a trail that waits for its seal for a minute is late.
  await withClient(premises.url, (client) =>
    client.query('UPDATE audit_event SET at = at + (now() - (SELECT max(at) FROM audit_event))'),
  )
  return { ...premises, units, people }
}

function systemOf(kernel: Kernel): Context {
  return makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'test' })
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
