import { defineModule } from '#kernel'
import { logReport, logReportPolicy } from './log-report.ts'
import { prepareReport } from './prepare-report.ts'
import { reportJob } from './report-job.ts'

/** Questions to the log that are asked again by themselves, and told to its readers by mail. */
export const audit = defineModule({
  name: 'audit',
  label: { zh: '访问日志', en: 'Access log' },
  objects: [logReport],
  policies: [logReportPolicy],
  hooks: { log_report: { prepare: prepareReport } },
  jobs: [reportJob],
})
