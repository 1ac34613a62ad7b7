import { actorOf, type Context, type Person, standingOfPerson } from '#kernel'
import { type DemoPlan, planDemo } from './demo-plan.ts'
import { type DemoUnit, demoStaff, demoUnits } from './demo-staff.ts'
import { idFrom } from './random.ts'

/** What a load of the demo company is about; kept in the job's place, so that a resumed one tells the same story. */
export type DemoRun = { run: number; until: number; customers: number }

/** The plan with the ids under which its records stand in this load. */
export type DemoWorld = {
  plan: DemoPlan
  until: number
  ids: {
    unit(key: DemoUnit): string
    user(login: string): string
    product(index: number): string
    customer(index: number): string
    contact(customer: number, index: number): string
    /** Of the n-th record of a list. */
    other(list: string, index: number, at: number): string
  }
  staff(login: string): Person
}

const lists = [
  'followUp',
  'purchase',
  'detail',
  'task',
  'tag',
  'consents',
  'laterConsents',
  'disclosures',
  'view',
  'dashboard',
  'procedure',
]
const contactsAtMost = 3
let last: { key: string; world: DemoWorld } | undefined

/** Planning takes as long as a step, and the same plan serves every step of a load. */
export function demoWorld(ctx: Context, { run, until, customers }: DemoRun): DemoWorld {
  const key = `${run}-${until}-${customers}`
  if (last?.key !== key) {
    const plan = planDemo({ customers, until, regions: ctx.kernel.regions })
    last = { key, world: worldOf(plan, run, until) }
  }
  return last.world
}

function worldOf(plan: DemoPlan, run: number, until: number): DemoWorld {
  const timeOf = (customer: number): number => plan.customers[customer]?.at ?? until
  const logins = demoStaff.map(({ login }) => login)
  const ids: DemoWorld['ids'] = {
    unit: (unit) => idFrom(until, run, 1, Object.keys(demoUnits).indexOf(unit)),
    user: (login) => idFrom(until, run, 2, logins.indexOf(login)),
    product: (index) => idFrom(until, run, 3, index),
    customer: (index) => idFrom(timeOf(index), run, 4, index),
    contact: (customer, index) => idFrom(timeOf(customer), run, 5, customer * contactsAtMost + index),
    other: (list, index, at) => idFrom(at, run, 6, lists.indexOf(list), index),
  }
  const staff = (login: string): Person => {
    const member = demoStaff.find((each) => each.login === login)
    if (!member) throw new Error(`Nobody of the demo company is called ${login}`)
    const { name, unit, manager } = member
    const role = manager ? 'manager' : 'clerk'
    return { id: ids.user(login), name, login, role, unit: ids.unit(unit), language: 'zh' }
  }
  return { plan, until, ids, staff }
}

/** The same load at an earlier moment: what is made then carries its time. */
export function travel(ctx: Context, at: number): Context {
  return ctx.with({ now: () => new Date(at) })
}

/** What one of the demo's people does, with that person's own rights, at a moment. */
export async function actAs(ctx: Context, person: Person, at: number): Promise<Context> {
  const standing = await standingOfPerson({ ...ctx.kernel, db: ctx.db }, person)
  return travel(ctx, at).with({ actor: actorOf(person, standing, { session: null }) })
}

/** Records of one moment of the travelling clock. */
const lot = 25

/** Cuts a stretch into lots, each with the clock at its last moment. */
export async function inLots<T extends { at: number }>(
  list: readonly T[],
  [from, to]: readonly [number, number],
  work: (items: readonly { item: T; index: number }[], at: number) => Promise<void>,
): Promise<void> {
  for (let first = from; first < to; first += lot) {
    const items = list.slice(first, Math.min(first + lot, to)).map((item, offset) => ({ item, index: first + offset }))
    await work(items, items.at(-1)?.item.at ?? 0)
  }
}

/** Who looks after a customer. */
export function ownerOf({ plan, ids }: DemoWorld, customer: number): string {
  return ids.user(plan.customers[customer]?.owner ?? '')
}
