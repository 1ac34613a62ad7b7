import type { Context, Pointing } from '#kernel'
import { dashboard } from './dashboard.ts'

const label = { zh: '图表', en: 'Charts' }

/** Charts that are drawn of these objects. */
export async function chartsOf(ctx: Context, objects: readonly string[]): Promise<readonly Pointing[]> {
  let count = 0
  let after: string | undefined
  do {
    const { items, next } = await ctx
      .records(dashboard)
      .list({ fields: ['charts'], limit: 200, after, uncounted: true })
    for (const { values } of items) count += chartsIn(values.charts, objects)
    after = next ?? undefined
  } while (after)
  return [{ label, count }]
}

function chartsIn(charts: unknown, objects: readonly string[]): number {
  return (Array.isArray(charts) ? charts : []).filter((chart) => objects.includes(String(chart?.object))).length
}
