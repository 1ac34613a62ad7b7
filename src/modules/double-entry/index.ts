import { defineModule, startUnlessWaiting } from '#kernel'
import { demandKeying } from './demand-keying.ts'
import { followRequest } from './follow-request.ts'
import { askingJob, askingJobKind, followRule } from './follow-rule.ts'
import { house, keyingJob, keyingJobKind } from './give-out.ts'
import { secondEntry, secondEntryPolicy } from './second-entry.ts'

/** Chosen fields are keyed again, unseen, by a second person; where the two differ, somebody decides. */
export const doubleEntry = defineModule({
  name: 'double_entry',
  label: { zh: '二次录入', en: 'Double entry' },
  optional: {
    gone: {
      zh: '二次录入：规则中的字段不再由第二人录入，已有的结果不再显示。',
      en: 'Double entry: nobody keys values again, and what has been found so far is not shown.',
    },
  },
  objects: [secondEntry],
  policies: [secondEntryPolicy],
  hooks: {
    '*': { written: demandKeying },
    change_request: { written: followRequest },
    approval_rule: { written: followRule },
  },
  jobs: [keyingJob, askingJob],
  // What nobody could have yesterday somebody may have today; and while this was switched off, nobody was asked.
  maintain: (ctx) =>
    ctx.transaction(async (tx) => {
      await startUnlessWaiting(house(tx), keyingJobKind, {})
      await startUnlessWaiting(house(tx), askingJobKind, {})
    }),
})

export { keyingEvidence, keyingForm } from './evidence.ts'
export { keyAgain } from './key-again.ts'
export { secondEntry } from './second-entry.ts'
