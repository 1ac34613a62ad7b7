import type { Context, Pointing } from '#kernel'
import { favourite } from './favourite.ts'
import { savedView } from './saved-view.ts'

/** Views of lists and stars, which name the object that they are of. */
export async function pointingByName(ctx: Context, objects: readonly string[]): Promise<readonly Pointing[]> {
  const asked = { where: { object: { in: [...objects] } }, limit: 1 }
  return [
    { label: savedView.label, count: (await ctx.records(savedView).list(asked)).total },
    { label: favourite.label, count: (await ctx.records(favourite).list(asked)).total },
  ]
}
