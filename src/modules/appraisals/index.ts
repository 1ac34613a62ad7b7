import { defineModule } from '#kernel'
import { appraisal, appraisalPolicy } from './appraisal.ts'
import { appraisalScheme, appraisalSchemePolicy } from './appraisal-scheme.ts'
import { followAppraisal } from './appraisal-tasks.ts'
import { prepareAppraisal } from './guard-appraisal.ts'
import { prepareScheme } from './guard-scheme.ts'
import { prepareAppraisals } from './prepare-appraisals.ts'

/** How well people do their work, period by period: by figures, by their manager's word, and heard before it is closed. */
export const appraisals = defineModule({
  name: 'appraisals',
  label: { zh: '绩效考核', en: 'Appraisals' },
  optional: {
    gone: {
      zh: '考核方案和绩效考核；由考核产生的任务和改进项仍保留。',
      en: 'Appraisals and their schemes. Tasks and improvements that came of them stay.',
    },
  },
  objects: [appraisalScheme, appraisal],
  policies: [appraisalSchemePolicy, appraisalPolicy],
  hooks: {
    [appraisalScheme.name]: { prepare: prepareScheme },
    [appraisal.name]: { prepare: prepareAppraisal, written: followAppraisal },
  },
  maintain: prepareAppraisals,
})

export { appraise } from './prepare-appraisals.ts'
