import { defineModule } from '#kernel'
import { logReport, logReportPolicy } from './log-report.ts'
import { prepareReport } from './prepare-report.ts'
import { reportJob } from './report-job.ts'

/** Questions to the log that are asked again by themselves, and told to its readers by mail. */
export const reports = defineModule({
  name: 'reports',
  label: { zh: '日志报告', en: 'Log reports' },
  objects: [logReport],
  policies: [logReportPolicy],
  hooks: { log_report: { prepare: prepareReport } },
  jobs: [reportJob],
})

export { dueUpTo } from './due.ts'
