import { type Context, defineModule, findDuplicatesJob, findImport, startFinding } from '#kernel'

/** Records that are one and the same: looked for after every import, and through all of them by night. */
export const duplicates = defineModule({
  name: 'duplicates',
  label: { zh: '查重', en: 'Duplicate check' },
  jobs: [findDuplicatesJob],
  maintain: async (ctx) => {
    for (const { name } of searched(ctx)) await startFinding(ctx, { object: name })
  },
  jobEnded: async (ctx, { kind, input, state }) => {
    if (kind !== 'import' || state !== 'done') return
    const { import: id } = input as { import: string }
    const { object } = await findImport(ctx, id)
    if (ctx.type(object).definition.duplicates) await startFinding(ctx, { object, import: id })
  },
})

function searched(ctx: Context) {
  return [...ctx.kernel.registry.objects.values()].filter(({ definition }) => definition.duplicates)
}
