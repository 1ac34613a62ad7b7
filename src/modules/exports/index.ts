import { defineModule } from '#kernel'
import { approvalOfExport } from './approval.ts'
import { discloseJob } from './disclose-job.ts'
import { exportPolicy, exportRecord } from './export.ts'
import { beginExport, exportJob } from './export-job.ts'
import { prepareExport } from './prepare-export.ts'

/** Records leave the house as a file: asked for with a reason, signed where there are many or sealed ones, fetched once. */
export const exports = defineModule({
  name: 'export',
  label: { zh: '导出', en: 'Exports' },
  optional: {
    gone: {
      zh: '把记录导出为文件：列表上的导出、导出记录及其下载、审批。打印和审计日志的导出照常。',
      en: 'Records leaving as a file: export on lists, the exports made, their download and approval. Printing, and exports of the log, go on.',
    },
  },
  objects: [exportRecord],
  policies: [exportPolicy],
  hooks: { export: { prepare: prepareExport, approval: approvalOfExport, written: { follow: beginExport } } },
  jobs: [exportJob, discloseJob],
})

export { traceExport } from './canary.ts'
export { cancelExport, fetchExport } from './fetch.ts'
