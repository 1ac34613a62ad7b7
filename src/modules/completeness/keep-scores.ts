import { localDate } from '#field-types'
import type { Context } from '#kernel'
import { customer } from '#objects'
import { completenessScore } from './completeness-score.ts'

/** Notes how complete everybody's files are today, once a day. */
export async function keepScores(ctx: Context): Promise<void> {
  const day = localDate(ctx.now(), ctx.kernel.settings.timeZone)
  await ctx.transaction(async (tx) => {
    const scores = tx.records(completenessScore)
    if ((await scores.list({ where: { day }, limit: 1, uncounted: true })).items.length) return
    const files = await countByOwner(tx, {})
    const open = await countByOwner(tx, { incomplete: { empty: false } })
    await scores.createMany(
      [...files].map(([owner, count]) => {
        const toComplete = open.get(owner) ?? 0
        const complete = count - toComplete
        const share = Math.round((complete / count) * 1_000) / 10
        return { input: { day, owner, files: count, complete, open: toComplete, share } }
      }),
    )
  })
}

/** One answer holds some hundred groups, those of the most files first; the others are asked for until none is left. */
async function countByOwner(ctx: Context, where: Record<string, unknown>): Promise<ReadonlyMap<string | null, number>> {
  const counts = new Map<string | null, number>()
  const counted: Record<string, unknown>[] = []
  for (;;) {
    const asked = { and: [where, ...counted] }
    const { groups } = await ctx.recordsNamed(customer.name).groupBy('owner', { where: asked })
    if (groups.length === 0) return counts
    for (const { value, count } of groups) counts.set(typeof value === 'string' ? value : null, count)
    counted.push({ owner: { empty: false, notIn: groups.flatMap(({ value }) => value ?? []) } })
  }
}
