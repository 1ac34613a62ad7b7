import type { Context } from '#kernel'
import { chartsOf, starterDashboards } from '#shared/starter-dashboards'
import type { DemoWorld } from './demo-world.ts'

const views = [
  { name: '重要客户', settings: { where: { tier: { in: ['vip'] } }, sort: '-purchaseTotal' } },
  {
    name: '两个月未联系',
    settings: {
      where: { lastFollowedUp: { lte: 'today-60' }, stage: { notIn: ['lost'] } },
      sort: 'lastFollowedUp',
      columns: ['tier', 'stage', 'owner', 'lastFollowedUp', 'nextFollowUp', 'phone'],
    },
  },
  { name: '待补全', settings: { where: { incomplete: { empty: false } }, sort: '-updatedAt' } },
]

/** Lists and dashboards that the company's people share. */
export async function makeViews(ctx: Context, { ids, until }: DemoWorld): Promise<void> {
  await ctx.recordsNamed('saved_view').createMany(
    views.map(({ name, settings }, index) => ({
      // Their ids tell their order: all are made at one moment.
      id: ids.other('view', index, until + index),
      input: { name, object: 'customer', shared: true, settings },
    })),
  )
  await ctx.recordsNamed('dashboard').createMany(
    starterDashboards.map((starter, index) => ({
      id: ids.other('dashboard', index, until + index),
      input: { name: starter.name.zh, shared: true, charts: chartsOf(starter, 'zh') },
    })),
  )
}
