import { z } from 'zod'
import {
  defineModule,
  findDuplicates,
  findDuplicatesJob,
  findImport,
  followTrail,
  startFinding,
  tellsApart,
} from '#kernel'

const ofImport = z.object({ import: z.string() })

/** Records that are one and the same: looked for behind what is written, after every import, and through all of them by night. */
export const duplicates = defineModule({
  name: 'duplicates',
  label: { zh: '查重', en: 'Duplicate check' },
  jobs: [findDuplicatesJob],
  soon: { heeds: tellsApart, run: findDuplicates },
  tick: findDuplicates,
  maintain: followTrail,
  jobEnded: async (ctx, { kind, input, state }) => {
    if (kind !== 'import' || state !== 'done') return
    const { import: id } = ofImport.parse(input)
    const { object } = await findImport(ctx, id)
    if (ctx.type(object).definition.duplicates) await startFinding(ctx, { object, import: id })
  },
})
