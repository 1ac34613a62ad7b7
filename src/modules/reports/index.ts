import { defineModule } from '#kernel'
import { logReport, logReportPolicy } from './log-report.ts'
import { prepareReport } from './prepare-report.ts'
import { reportJob } from './report-job.ts'

/** Questions to the log that are asked again by themselves, and told to its readers by mail. */
export const reports = defineModule({
  name: 'reports',
  label: { zh: '日志报告', en: 'Log reports' },
  optional: {
    gone: {
      zh: '审计日志的定期报告：已设定的报告不再发出，也不能新设。日志本身照常记录、查看。',
      en: 'Reports of the log that are sent by themselves: none goes out, and none can be set up. The log itself is written and read as always.',
    },
  },
  objects: [logReport],
  policies: [logReportPolicy],
  hooks: { log_report: { prepare: prepareReport } },
  jobs: [reportJob],
})

export { dueUpTo } from './due.ts'
