import { type Context, defineModule, reopenUnknown } from '#kernel'

/** What could not be found out is asked for again when its time is over; a batch after the other, each whole in itself. */
async function reopen(ctx: Context): Promise<void> {
  for (const type of ctx.kernel.registry.objects.values())
    while (await ctx.transaction((tx) => reopenUnknown(tx, type)));
}

/** How complete files are, and how well what stands in them is known to be right. */
export const completeness = defineModule({
  name: 'completeness',
  label: { zh: '完整与核实', en: 'Completeness' },
  maintain: reopen,
})
