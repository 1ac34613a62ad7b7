import { type Context, type Counts, countDrawable, defineProgramme, drawRecords, type Values } from '#kernel'
import { customer, task } from '#objects'
import type { Filter } from '#shared/filter'
import { reviewFinding } from './review-finding.ts'
import { reviewItem } from './review-item.ts'
import { reviewPlan } from './review-plan.ts'
import { reviewRound } from './review-round.ts'

/** Days after a round was due for which its files can still be read by those who are late. */
const graceDays = 60

const titles = {
  zh: (round: string) => `审查客户档案：${round}`,
  en: (round: string) => `Review customer files: ${round}`,
} as const

/** Customers' files are looked through, a sample of them, by people who neither made nor own them. */
export const reviewProgramme = defineProgramme({
  name: 'review',
  plan: reviewPlan,
  round: reviewRound,
  item: reviewItem,
  task,
  reads: customer.name,
  people: ({ reviewers }) => (Array.isArray(reviewers) ? reviewers.map(String) : []),
  subjects: async (ctx, plan, { name, seed, dueOn }, { after, taken, most }) => {
    const type = ctx.type(customer.name)
    const where = filterOf(plan)
    const wanted = await sizeOf(ctx, plan, where)
    const asked = Math.min(most, wanted - taken)
    const drawn = asked > 0 ? await drawRecords(ctx, type, { where, seed, after, most: asked, people: ['owner'] }) : []
    const isLast = drawn.length < most || taken + drawn.length >= wanted
    const same = { name, from: ctx.now().toISOString(), until: daysAfter(dueOn, graceDays) }
    return {
      subjects: drawn.map(({ id, level, people }) => ({ values: { customer: id, ...same }, apart: people, level })),
      after: isLast ? null : (drawn.at(-1)?.mark ?? null),
    }
  },
  subjectsOf: async (ctx, items) => {
    const ids = items.map((item) => String(item.customer))
    const page = await ctx.records(customer).list({ where: { id: { in: ids } }, limit: 200, uncounted: true })
    const files = new Map(page.items.map((file) => [file.id, file]))
    return items.map((item) => {
      const { createdBy, values } = files.get(String(item.customer)) ?? { createdBy: null, values: {} as Values }
      const apart = [createdBy, values.owner].filter((id) => typeof id === 'string')
      return { values: item, apart, level: Number(values.level ?? 1) }
    })
  },
  settled: (ctx) => ({ until: ctx.now().toISOString() }),
  titleOf: (locale, round) => titles[locale](round),
  counts: async (ctx, round) => ({
    kinds: await countBy(ctx, round, 'kind'),
    states: await countBy(ctx, round, 'state'),
  }),
})

/** A filter is checked when its plan is kept, and parsed again wherever it is used. */
function filterOf({ filter }: Values): Filter | undefined {
  return filter === null || filter === undefined ? undefined : (filter as Filter)
}

async function sizeOf(ctx: Context, { sample, sampleSize }: Values, where: Filter | undefined): Promise<number> {
  if (sample === 'all') return Number.POSITIVE_INFINITY
  const size = Number(sampleSize)
  if (sample === 'count') return size
  return Math.ceil(((await countDrawable(ctx, ctx.type(customer.name), where)) * size) / 100)
}

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString()
}

async function countBy(ctx: Context, round: string, field: 'kind' | 'state'): Promise<Counts> {
  const { groups } = await ctx.records(reviewFinding).groupBy(field, { where: { round } })
  return Object.fromEntries(groups.map(({ value, count }) => [String(value), count]))
}
