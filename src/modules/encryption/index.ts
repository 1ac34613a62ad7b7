import {
  checkJob,
  checkRowsWhenDue,
  defineModule,
  indexRotationJob,
  proveJob,
  proveRowsFromBefore,
  rotateWhenDue,
  rotationJob,
  sealJob,
  sealPlainRemains,
} from '#kernel'

/** What keeping the keys needs beyond sealing and opening: the long work, and its daily upkeep. */
export const encryption = defineModule({
  name: 'encryption',
  label: { zh: '加密', en: 'Encryption' },
  jobs: [sealJob, rotationJob, indexRotationJob, proveJob, checkJob],
  maintain: async (ctx) => {
    await sealPlainRemains(ctx)
    await rotateWhenDue(ctx)
    await proveRowsFromBefore(ctx)
    await checkRowsWhenDue(ctx)
  },
})
