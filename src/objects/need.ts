import { choice, date, longText, reference, text } from '#field-types'
import { defineObject } from '#kernel'
import { partPolicy } from './rights.ts'

/** What a customer wants, with how urgent and how far it is met. */
export const need = defineObject({
  name: 'need',
  label: { zh: '需求', en: 'Need' },
  icon: 'target',
  title: 'title',
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    title: text({ label: { zh: '需求', en: 'Need' }, max: 200, required: true }),
    priority: choice({
      label: { zh: '优先级', en: 'Priority' },
      default: 'normal',
      choices: {
        high: { zh: '高', en: 'High', colour: 'red' },
        normal: { zh: '中', en: 'Normal', colour: 'blue' },
        low: { zh: '低', en: 'Low', colour: 'grey' },
      },
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      default: 'open',
      choices: {
        open: { zh: '待满足', en: 'Open', colour: 'amber' },
        met: { zh: '已满足', en: 'Met', colour: 'green' },
        dropped: { zh: '已放弃', en: 'Dropped', colour: 'grey' },
      },
    }),
    wantedBy: date({ label: { zh: '期望时间', en: 'Wanted by' } }),
    details: longText({ label: { zh: '说明', en: 'Details' } }),
  },
  views: {
    list: ['title', 'customer', 'priority', 'state', 'wantedBy'],
    form: {
      basics: {
        label: { zh: '需求', en: 'Need' },
        fields: ['customer', 'title', 'priority', 'state', 'wantedBy', 'details'],
      },
    },
  },
})

export const needPolicy = partPolicy(need)
