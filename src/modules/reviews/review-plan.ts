import { boolean, choice, date, json, longText, number, references, text, unit, user } from '#field-types'
import { type Context, checkKeptFilter, defineObject, definePolicy, preparePlan, type Values } from '#kernel'
import { customer } from '#objects'
import { AppError } from '#shared/app-error'
import type { Filter } from '#shared/filter'
import { rhythms } from '#shared/rhythm'

const percent = 100

/** Which files are looked through, how many of them, by whom, and how often. */
export const reviewPlan = defineObject({
  name: 'review_plan',
  label: { zh: '审查计划', en: 'Review plan' },
  icon: 'calendar',
  title: 'name',
  custody: { type: 'own', owner: 'owner', unit: 'unit' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 80, required: true, search: 'A' }),
    rhythm: choice({ label: { zh: '周期', en: 'Rhythm' }, required: true, default: 'quarterly', choices: rhythms }),
    startOn: date({
      label: { zh: '首次开始日期', en: 'First opens on' },
      required: true,
      default: 'today',
      planned: true,
    }),
    nextOn: date({ label: { zh: '下次开始日期', en: 'Opens next on' }, readOnly: true, indexed: true, planned: true }),
    workingDays: number({
      label: { zh: '期限（工作日）', en: 'Time for it (working days)' },
      min: 1,
      max: 250,
      integer: true,
      required: true,
      default: 10,
    }),
    active: boolean({ label: { zh: '启用', en: 'Enabled' }, default: false }),
    filter: json({
      filters: 'customer',
      label: { zh: '范围', en: 'Which files' },
      help: { zh: '不设条件则为全部客户', en: 'Without a condition: all customers' },
    }),
    sample: choice({
      label: { zh: '抽样', en: 'Sample' },
      required: true,
      default: 'all',
      choices: {
        all: { zh: '全部', en: 'All of them' },
        count: { zh: '固定份数', en: 'So many' },
        percent: { zh: '百分比', en: 'Per cent' },
      },
    }),
    sampleSize: number({ label: { zh: '抽样数量', en: 'Size of the sample' }, min: 1, max: 1_000_000, integer: true }),
    reviewers: references('user', { label: { zh: '审查人', en: 'Reviewers' }, required: true }),
    owner: user({ label: { zh: '负责人', en: 'In charge' }, default: 'me', indexed: true }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' } }),
    details: longText({ label: { zh: '说明', en: 'Details' } }),
  },
  requirements: [
    { field: 'sampleSize', need: 'required', when: { sample: { in: ['count', 'percent'] } } },
    { field: 'owner', need: 'required' },
  ],
  views: {
    list: ['name', 'rhythm', 'active', 'nextOn', 'workingDays', 'sample', 'sampleSize', 'reviewers', 'owner'],
    head: ['rhythm', 'active', 'nextOn', 'owner'],
    form: {
      basics: {
        label: { zh: '审查计划', en: 'Review plan' },
        fields: ['name', 'rhythm', 'startOn', 'nextOn', 'workingDays', 'active', 'owner', 'unit'],
      },
      scope: {
        label: { zh: '范围与人员', en: 'Files and people' },
        fields: ['filter', 'sample', 'sampleSize', 'reviewers', 'details'],
      },
    },
  },
})

export const reviewPlanPolicy = definePolicy(reviewPlan, 'programmes')

/** Refuses a scope that makes no sense, and says when the next round opens. */
export function prepareReviewPlan(ctx: Context, values: Values, before: Values | null): void {
  const { filter, sample, sampleSize } = values
  if (filter !== null && filter !== undefined)
    // Anything may be tried as a filter: parsing checks each of its keys.
    checkKeptFilter(ctx, ctx.type(customer.name), { where: filter as Filter, path: 'filter' })
  if (sample === 'percent' && Number(sampleSize) > percent) {
    const code = 'review.percent_beyond'
    throw new AppError(422, code, { errors: [{ path: 'sampleSize', code, params: {} }] })
  }
  preparePlan(ctx, values, before)
}
