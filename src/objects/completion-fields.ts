import { number } from '#field-types'
import type { Settings } from '#kernel'
import { type CompletionField, usualCompletion } from '#shared/completion'

const year = 250

/** How the house asks for what is missing on its files, and when what was verified should be looked at again. */
export const completionFields = {
  completeDays: number({
    label: { zh: '补全期限（工作日）', en: 'Time to complete a file (working days)' },
    help: { zh: '从派发补全任务起计算', en: 'From when its owner is asked' },
    min: 1,
    max: year,
    integer: true,
    default: usualCompletion.completeDays,
  }),
  completeRemind: number({
    label: { zh: '到期前提醒（工作日）', en: 'Reminder before it is due (working days)' },
    help: { zh: '0 表示不提醒', en: '0: none' },
    min: 0,
    max: year,
    integer: true,
    default: usualCompletion.completeRemind,
  }),
  completeGrace: number({
    label: { zh: '逾期上报（工作日）', en: 'To the superior after (working days late)' },
    help: { zh: '逾期超过此天数，任务转给上级', en: 'Then the task goes to who leads its owner' },
    min: 0,
    max: year,
    integer: true,
    default: usualCompletion.completeGrace,
  }),
  completeAtOnce: number({
    label: { zh: '每人同时补全（份）', en: 'Files to complete at once, for each person' },
    help: { zh: '完成后再派发后面的', en: 'The next are asked for as these are done' },
    min: 1,
    max: 200,
    integer: true,
    default: usualCompletion.completeAtOnce,
  }),
  completeFarthest: number({
    label: { zh: '“稍后补全”最长期限（工作日）', en: 'Saved to be completed later: at most (working days)' },
    min: 1,
    max: year,
    integer: true,
    default: usualCompletion.completeFarthest,
  }),
  verifyAgeing: number({
    label: { zh: '核实临期提示（有效期最后 %）', en: 'Verified values turn amber (last % of their time)' },
    help: { zh: '过期变红；0 表示不提前变色', en: 'Red once it is over; 0: never before' },
    min: 0,
    max: 100,
    integer: true,
    default: usualCompletion.verifyAgeing,
  }),
}

/** What the company's record says of it; what it leaves open is as usual. */
export function completionOf(values: Readonly<Record<string, unknown>>): Settings['completion'] {
  const said = (field: CompletionField): number => Number(values[field] ?? usualCompletion[field])
  return {
    days: said('completeDays'),
    remind: said('completeRemind'),
    grace: said('completeGrace'),
    atOnce: said('completeAtOnce'),
    farthest: said('completeFarthest'),
    ageing: said('verifyAgeing'),
  }
}
