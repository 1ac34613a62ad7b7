import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Context, decide, renew, showProposal, withdraw } from '#kernel'
import { AppError } from '#shared/app-error'
import { operations } from '#shared/wire'
import { type House, openHouse } from '#test/house'
import { actAs } from '#test/standing-actor'

/*
 * Sequences of random attempts on rights, by everybody, in three-officer mode. After each step every person's rights are
 * compared with those before: whoever has gained some did so by a decision that somebody else took on a third one's request.
 */

/** The long form goes in parts, so that what takes an hour shows how far it is. */
const parts = process.env.LONG ? 20 : 1
const sequences = process.env.LONG ? 500 : 60
const steps = 8
const firstRoles = {
  zhang: 'head',
  chen: 'manager',
  wang: 'clerk',
  li: 'clerk',
  sun: 'clerk',
  gao: 'system_admin',
  wu: 'security_officer',
  lin: 'auditor',
} as const
const logins = Object.keys(firstRoles) as (keyof typeof firstRoles)[]
/** Those who can do something more often than those who are refused. */
const actors = [...logins, 'zhang', 'zhang', 'gao', 'wu', 'wu'] as const
const roles = ['head', 'manager', 'clerk', 'system_admin', 'security_officer', 'auditor'] as const

let house: House
const ids = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse()
  const system = house.system()
  await system.recordsNamed('company').create({ name: '示例公司' })
  for (const [login, role] of [
    ['gao', 'system_admin'],
    ['wu', 'security_officer'],
    ['lin', 'auditor'],
  ])
    await system.recordsNamed('user').create({ name: login, login, role })
  for (const login of logins) ids.set(login, (await actAs(house, login)).actor.id ?? '')
  const [company] = (await system.recordsNamed('company').list({ limit: 1 })).items
  await system.recordsNamed('company').update(company?.id ?? '', { threeOfficers: true })
  await system.recordsNamed('role').create({
    nameZh: '代管',
    nameEn: 'Keeper',
    grants: [{ objects: ['area:files'], rights: ['read', 'export'], scope: 'all' }],
    duties: ['accounts'],
    clearance: '3',
  })
  await house.kernel.reload()
})
afterAll(() => house.close())

/** Everything that somebody may, as comparable lines. */
async function rightsOf(login: string): Promise<Set<string> | null> {
  const ctx = await actAs(house, login).catch(() => null)
  if (!ctx) return null
  const { actor, kernel } = ctx
  const lines = [...actor.duties.map((duty) => `duty ${duty}`)]
  for (let level = 1; level <= actor.clearance; level++) lines.push(`clearance L${level}`)
  for (const type of kernel.registry.objects.values())
    for (const right of operations) {
      const keys = actor.reach(type, right)
      for (const key of keys ?? []) lines.push(`${type.name} ${right} ${key}`)
    }
  return new Set(lines)
}

type Random = (below: number) => number

function randomOf(seed: number): Random {
  let state = seed * 2_654_435_761 + 1
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0
    return (state >>> 0) % below
  }
}

const pick = <T>(random: Random, values: readonly T[]): T => values[random(values.length)] as T

type Taken = { decided?: { by: string; maker: string } }

/** One random attempt; refusals are as good as any other outcome. */
async function attempt(random: Random): Promise<Taken> {
  const login = pick(random, actors)
  const ctx = await actAs(house, login).catch(() => null)
  if (!ctx) return {}
  try {
    return await pick(random, attempts)(ctx, random)
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return {}
    throw error
  }
}

const someone = (random: Random): string => ids.get(pick(random, logins)) ?? ''

async function change(ctx: Context, object: string, id: string, patch: Record<string, unknown>): Promise<Taken> {
  const { version } = await ctx.recordsNamed(object).get(id)
  await ctx.recordsNamed(object).update(id, patch, { version })
  return {}
}

async function anyOf(ctx: Context, random: Random, object: string, where?: object): Promise<string> {
  const { items } = await ctx.recordsNamed(object).list({ limit: 20, where: where as never })
  return items.length ? pick(random, items).id : '00000000-0000-7000-8000-000000000000'
}

const attempts: readonly ((ctx: Context, random: Random) => Promise<Taken>)[] = [
  (ctx, random) => change(ctx, 'user', someone(random), { role: pick(random, roles) }),
  (ctx, random) => change(ctx, 'user', someone(random), { clearance: pick(random, ['1', '2', '3', null]) }),
  (ctx, random) => change(ctx, 'user', someone(random), { unit: pick(random, Object.values(house.units)) }),
  (ctx, random) => change(ctx, 'user', someone(random), { active: random(2) === 0 }),
  async (ctx, random) =>
    change(ctx, 'unit', pick(random, Object.values(house.units)), { parent: await anyOf(ctx, random, 'unit') }),
  async (ctx, random) => change(ctx, 'role', await anyOf(ctx, random, 'role'), { clearance: pick(random, ['1', '3']) }),
  async (ctx, random) => {
    const until = pick(random, [null, new Date(Date.now() + 86_400_000).toISOString()])
    const given = { user: someone(random), role: await anyOf(ctx, random, 'role'), until, grounds: '试' }
    await ctx.recordsNamed('role_assignment').create(given)
    return {}
  },
  async (ctx, random) => {
    await ctx.recordsNamed('role_assignment').remove(await anyOf(ctx, random, 'role_assignment'))
    return {}
  },
  async (ctx, random) => {
    const { items } = await ctx.recordsNamed('role_assignment').list({ deleted: true, limit: 20 })
    if (items.length) await ctx.recordsNamed('role_assignment').restore(pick(random, items).id)
    return {}
  },
  async (ctx, random) => {
    const [company] = (await ctx.recordsNamed('company').list({ limit: 1 })).items
    return change(ctx, 'company', company?.id ?? '', { threeOfficers: random(2) === 0 })
  },
  decideSome,
  decideSome,
  decideSome,
  async (ctx, random) => {
    await withdraw(ctx, await anyOf(ctx, random, 'change_request'))
    return {}
  },
  async (ctx, random) => {
    await renew(ctx, await anyOf(ctx, random, 'change_request', { state: 'outdated' }))
    return {}
  },
]

async function decideSome(ctx: Context, random: Random): Promise<Taken> {
  const id = await anyOf(ctx, random, 'change_request', { state: 'pending' })
  const { hash } = await showProposal(ctx, id)
  const request = await ctx.recordsNamed('change_request').get(id)
  await decide(ctx, id, { verdict: pick(random, ['approve', 'approve', 'reject']), hash })
  return { decided: { by: ctx.actor.id ?? '', maker: String(request.proposer) } }
}

async function everybodysRights(): Promise<Map<string, Set<string> | null>> {
  const all = await Promise.all(logins.map(async (login) => [login, await rightsOf(login)] as const))
  return new Map(all)
}

const gains = (before: Set<string> | null | undefined, after: Set<string> | null | undefined): string[] =>
  // Who saw everything has gained nothing by seeing less.
  [...(after ?? [])].filter((line) => !before?.has(line) && !before?.has(line.replace(/ \d+$/, ' 1')))

const firsts = Array.from({ length: parts }, (_, part) => part * sequences)

it.each(firsts)(
  `lets nobody gain a right without a second person, in ${sequences} sequences from %i on`,
  {
    timeout: 1_800_000,
  },
  async (first) => {
    let decisions = 0
    let gained = 0
    for (let sequence = first; sequence < first + sequences; sequence++) {
      const random = randomOf(sequence)
      await everybodyBack()
      let before = await everybodysRights()
      for (let step = 0; step < steps; step++) {
        const { decided } = await attempt(random)
        if (!house.kernel.settings.threeOfficers) await backOn()
        const after = await everybodysRights()
        for (const login of logins) {
          const more = gains(before.get(login), after.get(login))
          if (!more.length) continue
          gained++
          const told = `sequence ${sequence}, step ${step}: ${login} gained ${more.slice(0, 3).join(', ')}`
          expect(decided, told).toBeDefined()
          expect(decided?.by, told).not.toBe(decided?.maker)
          expect([decided?.by, decided?.maker], told).not.toContain(ids.get(login))
        }
        if (decided) decisions++
        before = after
      }
    }
    // A model that never gets anywhere would prove nothing.
    expect(decisions).toBeGreaterThan(sequences / 10)
    expect(gained).toBeGreaterThan(0)
  },
)

/** Each sequence starts with the first roles, and everybody in the house. */
async function everybodyBack(): Promise<void> {
  const system = house.system()
  for (const login of logins) {
    const role = firstRoles[login]
    await system.recordsNamed('user').update(ids.get(login) ?? '', { role, clearance: null, active: true })
  }
}

/** Two people have turned the mode off: the business has its duties back, and the sequences go on with the mode. */
async function backOn(): Promise<void> {
  const system = house.system()
  const [company] = (await system.recordsNamed('company').list({ limit: 1 })).items
  await system.recordsNamed('company').update(company?.id ?? '', { threeOfficers: true })
}
