import { defineModule, openDueRounds, roundJob } from '#kernel'
import { followRequest } from './follow-request.ts'
import { reviewFinding, reviewFindingPolicy } from './review-finding.ts'
import { reviewItem, reviewItemPolicy } from './review-item.ts'
import { prepareReviewPlan, reviewPlan, reviewPlanPolicy } from './review-plan.ts'
import { reviewProgramme } from './review-programme.ts'
import { reviewRound, reviewRoundPolicy } from './review-round.ts'

/** Customers' files are looked through by the calendar, by somebody whose files they are not. */
export const reviews = defineModule({
  name: 'reviews',
  label: { zh: '定期审查', en: 'Periodic reviews' },
  optional: {
    gone: {
      zh: '客户档案的定期审查：审查计划、批次、问题与报告；计划不再开始新的批次。',
      en: 'Periodic reviews of files: plans, rounds, findings and reports. No plan opens another round.',
    },
  },
  objects: [reviewPlan, reviewRound, reviewItem, reviewFinding],
  policies: [reviewPlanPolicy, reviewRoundPolicy, reviewItemPolicy, reviewFindingPolicy],
  hooks: { review_plan: { prepare: prepareReviewPlan }, change_request: { written: followRequest } },
  jobs: [roundJob(reviewProgramme)],
  maintain: (ctx) => openDueRounds(ctx, reviewProgramme),
})

export { reviewItem } from './review-item.ts'
export { reviewProgramme } from './review-programme.ts'
export { reviewReport } from './review-report.ts'
export { type Found, findingKinds, type Review, submitReview } from './submit-review.ts'
