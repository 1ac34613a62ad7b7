import type { Context } from '#kernel'
import type { DemoWorld } from './demo-world.ts'

/** Lists that the company's people share. */
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

export async function makeViews(ctx: Context, { ids, until }: DemoWorld): Promise<void> {
  await ctx.recordsNamed('saved_view').createMany(
    views.map(({ name, settings }, index) => ({
      // Their ids tell their order: all are made at one moment.
      id: ids.other('view', index, until + index),
      input: { name, object: 'customer', shared: true, settings },
    })),
  )
}
