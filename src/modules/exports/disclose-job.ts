import { type Context, defineJob, dropMade, type ObjectType, startJob, systemActor } from '#kernel'
import { disclosure } from '#modules/access'
import { customer } from '#objects'
import { categoriesOf } from './disclosed-categories.ts'
import { type ExportFacts, factsOf } from './facts.ts'
import { namesId, namesIds, partCount, partId, readMade, rowsPerPart } from './parts.ts'

/*
 * What leaves for somebody outside stands in the register of each customer that is in it: whoever is asked by a customer to whom their
 * data went (个人信息保护法, articles 23 and 45) looks at that file and finds it, however large the export was.
 */

const kind = 'disclosure'
const pageRows = 200

type Input = { export: string }
type Place = { part: number }

/** Begins when the fetch commits, and is the house's own: it goes on whatever becomes of whoever fetched the file. */
export async function registerDisclosure(ctx: Context, id: string): Promise<void> {
  await startJob(ctx.with({ actor: systemActor, purpose: null }), kind, { export: id })
}

export const discloseJob = defineJob<Input, Place>({
  kind,
  start: () => ({ part: 0 }),
  step: async (ctx, { export: id }, { part }) => {
    const facts = await factsOf(ctx, id)
    const parts = partCount(facts.rows)
    const names = await readMade<string>(ctx, namesId(id, part))
    await register(ctx, facts, await customersOf(ctx, ctx.type(facts.object), names))
    const done = Math.min((part + 1) * rowsPerPart, facts.rows)
    return { place: { part: part + 1 }, done, total: facts.rows, finished: part + 1 >= parts }
  },
  // What has left the house is written down, whether it still exports or not.
  owed: () => true,
  ended: async (ctx, { export: id }) => dropMade(ctx, namesIds(id, (await factsOf(ctx, id)).rows)),
})

/** The customers on whose files the records stand; what stands on none tells nothing of a customer. */
async function customersOf(ctx: Context, type: ObjectType, names: readonly string[]): Promise<readonly string[]> {
  if (type.name === customer.name) return names
  const field = type.parent?.field ?? customer.name
  if (!type.fields.has(field)) return []
  const found: string[] = []
  for (const deleted of [false, true])
    for (const ids of pagesOf(names)) {
      const { items } = await ctx
        .recordsNamed(type.name)
        .list({ where: { id: { in: ids } }, fields: [field], limit: pageRows, deleted, uncounted: true })
      found.push(...items.flatMap(({ values }) => (typeof values[field] === 'string' ? [values[field]] : [])))
    }
  return [...new Set(found)]
}

/** A line for each that is still there and has none of this export: several of its records may be in several parts. */
async function register(ctx: Context, facts: ExportFacts, customers: readonly string[]): Promise<void> {
  const type = ctx.type(facts.object)
  for (const ids of pagesOf(customers)) {
    const lines = new Map(ids.map((each) => [partId(facts.id, each), each]))
    const known = await idsOf(ctx, [...lines.keys()], { of: disclosure.name, by: 'customer' })
    const there = await idsOf(ctx, ids, { of: customer.name, by: 'name' })
    const missing = [...lines].filter(([line, each]) => !known.includes(line) && there.includes(each))
    await ctx
      .recordsNamed(disclosure.name)
      .createMany(missing.map(([id, each]) => ({ id, input: lineOf(type, facts, each) })))
  }
}

function lineOf(type: ObjectType, facts: ExportFacts, of: string) {
  const { recipient, recipientContact, purpose, means, separateConsent, requester, fetchedAt, number } = facts
  const handed = { recipient, recipientContact, purpose, means, separateConsent, at: fetchedAt, responsible: requester }
  return { customer: of, ...handed, categories: categoriesOf(type, facts.columns), details: number }
}

/** Which of the ids are there; `by` is a field that is read for it. */
async function idsOf(ctx: Context, ids: readonly string[], { of, by }: { of: string; by: string }): Promise<string[]> {
  const query = { where: { id: { in: [...ids] } }, fields: [by], limit: pageRows, uncounted: true }
  return (await ctx.recordsNamed(of).list(query)).items.map(({ id }) => id)
}

function pagesOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / pageRows) }, (_, at) =>
    all.slice(at * pageRows, (at + 1) * pageRows),
  )
}
