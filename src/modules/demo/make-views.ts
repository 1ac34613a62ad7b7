import type { Context } from '#kernel'
import { chartsOf, starterDashboards } from '#shared/starter-dashboards'
import type { DemoWorld } from './demo-world.ts'
import { languageOfCompany } from './language-of-company.ts'

const views = [
  {
    name: { zh: '重要客户', en: 'VIP customers' },
    settings: { where: { tier: { in: ['vip'] } }, sort: '-purchaseTotal' },
  },
  {
    name: { zh: '两个月未联系', en: 'Two months without contact' },
    settings: {
      where: { lastFollowedUp: { lte: 'today-60' }, stage: { notIn: ['lost'] } },
      sort: 'lastFollowedUp',
      columns: ['tier', 'stage', 'owner', 'lastFollowedUp', 'nextFollowUp', 'phone'],
    },
  },
  {
    name: { zh: '待补全', en: 'To complete' },
    settings: { where: { incomplete: { empty: false } }, sort: '-updatedAt' },
  },
]

/** Lists and dashboards that the company's people share, named in the language that the company works in. */
export async function makeViews(ctx: Context, { ids, until }: DemoWorld): Promise<void> {
  const locale = await languageOfCompany(ctx)
  await ctx.recordsNamed('saved_view').createMany(
    views.map(({ name, settings }, index) => ({
      // Their ids tell their order: all are made at one moment.
      id: ids.other('view', index, until + index),
      input: { name: name[locale], object: 'customer', shared: true, settings },
    })),
  )
  await ctx.recordsNamed('dashboard').createMany(
    starterDashboards.map((starter, index) => ({
      id: ids.other('dashboard', index, until + index),
      input: { name: starter.name[locale], shared: true, charts: chartsOf(starter, locale) },
    })),
  )
}
