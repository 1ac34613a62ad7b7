import { z } from 'zod'
import {
  type Context,
  changesSince,
  defineJob,
  defineModule,
  type Follower,
  readSetting,
  startUnlessWaiting,
  systemActor,
  trailPlace,
  writeSetting,
} from '#kernel'
import { customer } from '#objects'
import { type GradingPlace, gradeAll, gradeSome } from './grade.ts'
import { checkValueRule, guardGraded } from './guard.ts'
import { ruleException, ruleExceptionPolicy } from './rule-exception.ts'
import { serviceStandard, serviceStandardPolicy } from './service-standard.ts'
import { valueRule, valueRulePolicy } from './value-rule.ts'

const kind = 'grading'
const why = 'grading'

/** Brings all customers to the rules; each step some of them. Doing one twice changes nothing. */
const gradingJob = defineJob<Record<string, never>, GradingPlace>({
  kind,
  start: () => ({ rule: 0, after: null, done: 0 }),
  step: async (ctx, _, place) => {
    const next = await gradeSome(house(ctx), place)
    const { done } = next ?? place
    return { place: next ?? place, done, total: null, finished: next === null }
  },
})

const house = (ctx: Context): Context => ctx.with({ actor: systemActor, purpose: null, systemReason: why })

/** Other rules, or another exception: all customers are looked at anew. */
const gradeAnew: Follower = {
  follow: async (ctx) => {
    await startUnlessWaiting(house(ctx), kind, {})
  },
}

const settingName = 'grading'
const place = z.object({ trail: trailPlace.optional() })

/** Customers that have changed since the clock looked last, by whatever stands on their files. */
async function gradeChanged(ctx: Context): Promise<void> {
  const ids = await ctx.transaction(async (tx) => {
    const { trail } = place.parse((await readSetting(tx.db, settingName)) ?? {})
    const { place: now, files } = await changesSince(tx.db, trail)
    await writeSetting(tx.db, settingName, { trail: now })
    return [...new Set(files.map(({ file }) => file))]
  })
  if (ids.length) await gradeAll(ctx, ids)
}

/** Tier, stage and status of customers by the company's own rules, with exceptions that end by themselves. */
export const grading = defineModule({
  name: 'grading',
  label: { zh: '客户分级', en: 'Grading' },
  optional: {
    gone: {
      zh: '分级规则与例外：级别、阶段和状态只由人填写，已有的值不变。',
      en: 'Grading rules and exceptions: tier, stage and status are filled by people alone, and stay as they are.',
    },
  },
  objects: [valueRule, ruleException, serviceStandard],
  policies: [valueRulePolicy, ruleExceptionPolicy, serviceStandardPolicy],
  hooks: {
    [customer.name]: { prepare: guardGraded },
    [valueRule.name]: { prepare: checkValueRule, written: gradeAnew },
    [ruleException.name]: { written: gradeAnew },
  },
  jobs: [gradingJob],
  tick: gradeChanged,
  maintain: (ctx) => gradeAll(ctx),
})

export { foreseeGrading } from './foresee.ts'
