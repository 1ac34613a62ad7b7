import { type Context, defineModule, type Follower, reopenUnknown, systemActor } from '#kernel'
import { customer } from '#objects'
import { completenessScore, completenessScorePolicy } from './completeness-score.ts'
import { bringTasks, completeLater, endTasks, settleTasks } from './completion-tasks.ts'
import { keepScores } from './keep-scores.ts'

/** What could not be found out is asked for again when its time is over; a batch after the other, each whole in itself. */
async function reopen(ctx: Context): Promise<void> {
  for (const type of ctx.kernel.registry.objects.values())
    while (await ctx.transaction((tx) => reopenUnknown(tx, type)));
}

const isOpen = (values: Record<string, unknown> | null): boolean =>
  Array.isArray(values?.incomplete) && values.incomplete.length > 0

/** A task ends with the last field or with its file, not only when the clock looks. */
const followFile: Follower = {
  fields: ['incomplete'],
  follow: async (ctx, { action, records }) => {
    for (const { id, before, after } of records) {
      if (action === 'delete') await endTasks(ctx, id, 'dropped')
      if (action === 'update' && isOpen(before) && !isOpen(after)) await endTasks(ctx, id, 'done')
    }
  },
}

/** Jobs after which many files may be open. */
const opening = ['import', 'mark_incomplete']

/** How complete files are, and how well what stands in them is known to be right. */
export const completeness = defineModule({
  name: 'completeness',
  label: { zh: '完整与核实', en: 'Completeness' },
  objects: [completenessScore],
  policies: [completenessScorePolicy],
  hooks: { [customer.name]: { later: completeLater, written: followFile } },
  maintain: async (ctx) => {
    await reopen(ctx)
    await ctx.transaction(bringTasks)
    await keepScores(ctx)
  },
  tick: async (ctx) => {
    await ctx.transaction(settleTasks)
  },
  jobEnded: async (ctx, { kind }) => {
    if (!opening.includes(kind)) return
    await bringTasks(ctx.with({ actor: systemActor, purpose: null, systemReason: 'files to complete' }))
  },
})
