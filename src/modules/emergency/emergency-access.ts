import { choice, computed, dateTime, longText, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** Hours within which somebody else looks at it. */
export const reviewHours = 24

/** Somebody reads a customer's file that is not theirs for minutes, because it cannot wait; it ends by itself and is reviewed. */
export const emergencyAccess = defineObject({
  name: 'emergency_access',
  label: { zh: '紧急访问', en: 'Emergency access' },
  icon: 'siren',
  title: 'grounds',
  settings: 'trail',
  principal: { kind: 'share', grantees: ['user'], access: 'access', personal: true, from: 'from', until: 'until' },
  custody: { type: 'child', of: 'customer', people: ['user'], reviewed: true },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    user: user({ label: { zh: '访问人', en: 'Person' }, required: true, default: 'me', indexed: true }),
    access: choice({
      label: { zh: '权限', en: 'Access' },
      required: true,
      default: 'read',
      choices: { read: { zh: '查看', en: 'Read', colour: 'grey' } },
    }),
    from: dateTime({ label: { zh: '开始时间', en: 'From' }, required: true, default: 'now' }),
    until: dateTime({ label: { zh: '结束时间', en: 'Until' }, required: true }),
    grounds: text({ label: { zh: '事由', en: 'Reason' }, max: 200, required: true }),
    state: choice({
      label: { zh: '复核状态', en: 'Review' },
      required: true,
      default: 'open',
      indexed: true,
      choices: {
        open: { zh: '待复核', en: 'To be reviewed', colour: 'amber' },
        reviewed: { zh: '已复核', en: 'Reviewed', colour: 'green' },
      },
    }),
    reviewBy: dateTime({ label: { zh: '复核期限', en: 'Review due' }, indexed: true }),
    overdue: computed({
      label: { zh: '逾期', en: 'Overdue' },
      as: choice({
        label: { zh: '逾期', en: 'Overdue' },
        choices: { overdue: { zh: '逾期未复核', en: 'Review overdue', colour: 'red' } },
      }),
      from: ['state', 'reviewBy'],
      value: ({ state, reviewBy }, { now }) =>
        state === 'open' && typeof reviewBy === 'string' && Date.parse(reviewBy) <= now.getTime() ? 'overdue' : null,
    }),
    reviewer: user({ label: { zh: '复核人', en: 'Reviewed by' } }),
    reviewedAt: dateTime({ label: { zh: '复核时间', en: 'Reviewed at' } }),
    finding: choice({
      label: { zh: '复核结论', en: 'Finding' },
      choices: {
        justified: { zh: '合理', en: 'Justified', colour: 'green' },
        not_justified: { zh: '不合理', en: 'Not justified', colour: 'red' },
      },
    }),
    opinion: longText({ label: { zh: '复核意见', en: 'Opinion' } }),
  },
  indexes: [['user', 'from']],
  views: {
    list: ['user', 'customer', 'from', 'until', 'grounds', 'state', 'overdue', 'finding', 'reviewer'],
    head: ['state', 'overdue', 'user', 'until'],
    form: {
      basics: {
        label: { zh: '紧急访问', en: 'Emergency access' },
        fields: ['customer', 'user', 'grounds', 'from', 'until'],
      },
      review: {
        label: { zh: '复核', en: 'Review' },
        fields: ['state', 'overdue', 'reviewBy', 'finding', 'opinion', 'reviewer', 'reviewedAt'],
      },
    },
  },
})

const never = (): boolean => false

/** Made by taking it, and settled by a review: nobody writes one by hand. */
export const emergencyAccessPolicy = definePolicy(emergencyAccess, 'emergency', {
  create: never,
  update: never,
  delete: never,
  export: never,
  import: never,
})
