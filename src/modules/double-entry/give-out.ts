import {
  assign,
  type Context,
  defineJob,
  type SecondPerson,
  type Stored,
  secondPeople,
  survey,
  systemActor,
} from '#kernel'
import { customer } from '#objects'
import { secondEntry } from './second-entry.ts'
import { dueDay, taskOf } from './tasks.ts'

export const keyingJobKind = 'second_entries'
export const why = 'values to key again'

export const house = (ctx: Context): Context => ctx.with({ actor: systemActor, purpose: null, systemReason: why })

type Place = { after: string | null; done: number }

/** So few that a step ends soon. */
const batchSize = 100

/** Gives what waits to whoever has least of it, among those who may have it; the rest waits until there is somebody. */
export const keyingJob = defineJob<Record<string, never>, Place>({
  kind: keyingJobKind,
  start: () => ({ after: null, done: 0 }),
  step: async (ctx, _, { after, done }) => {
    const own = house(ctx)
    const found = await survey(own, own.type(secondEntry.name), {
      where: { state: 'waiting' },
      fields: ['customer', 'object', 'field', 'enteredBy', 'held'],
      after: after ?? undefined,
    })
    const some = found.slice(0, batchSize)
    await giveOut(own, some)
    const place = { after: some.at(-1)?.id ?? null, done: done + some.length }
    return { place, done: place.done, total: null, finished: found.length <= batchSize }
  },
})

async function giveOut(ctx: Context, entries: readonly Stored[]): Promise<void> {
  const levels = await levelsOf(ctx, entries)
  const able = await Promise.all(entries.map((entry) => peopleFor(ctx, entry)))
  const people = new Map(able.flat().map((person) => [person.id, person]))
  const loads = await loadsOf(ctx)
  const workers = [...people.values()].map(({ id, cleared }) => ({
    id,
    clearance: cleared,
    task: '',
    load: loads.get(id) ?? 0,
  }))
  const subjects = entries.map((entry, at) => ({
    values: entry.values,
    apart: workers.filter(({ id }) => !able[at]?.some((person) => person.id === id)).map(({ id }) => id),
    level: levels.get(String(entry.values.customer)) ?? highest,
  }))
  const dueOn = dueDay(ctx)
  for (const [at, chosen] of assign(subjects, workers).entries()) {
    const [entry, person] = [entries[at], chosen && people.get(chosen.id)]
    if (!entry || !person) continue
    const todo = await taskOf(ctx, person)
    await ctx.records(secondEntry).update(entry.id, { state: 'open', assignee: person.id, todo, dueOn })
  }
}

const highest = 3

/** Whom the rules name that speak of the value; where a rule has ended, nobody. */
async function peopleFor(ctx: Context, { values }: Stored): Promise<SecondPerson[]> {
  const type = ctx.kernel.registry.objects.get(String(values.object))
  // An object of the company's own may have gone.
  if (!type) return []
  const rules = type.keyedAgain.filter(
    ({ fields, holds }) => holds === (values.held === true) && fields.includes(String(values.field)),
  )
  const found = await Promise.all(
    rules.map(({ by }) => secondPeople(ctx, type, { step: by, first: String(values.enteredBy) })),
  )
  return found.flat()
}

async function levelsOf(ctx: Context, entries: readonly Stored[]): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(entries.map(({ values }) => String(values.customer)))]
  const files = ids.length
    ? await survey(ctx, ctx.type(customer.name), { where: { id: { in: ids } }, fields: ['level'] })
    : []
  return new Map(files.map(({ id, values }) => [id, Number(values.level ?? 1)]))
}

async function loadsOf(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const { groups } = await ctx.records(secondEntry).groupBy('assignee', { where: { state: 'open' } })
  return new Map(groups.map(({ value, count }) => [String(value), count]))
}
