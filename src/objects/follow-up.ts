import { choice, date, dateTime, files, longText, reference, references, text, user } from '#field-types'
import { defineObject } from '#kernel'
import { partPolicy } from './rights.ts'
import { contactMethods } from './value-lists.ts'

/** One contact with a customer: how, when, what was said, what comes next. */
export const followUp = defineObject({
  name: 'follow_up',
  label: { zh: '跟进记录', en: 'Follow-up' },
  icon: 'message-square-text',
  title: 'content',
  navigation: true,
  timeline: 'at',
  proves: ['method', 'at', 'content'],
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    contact: reference('contact', { label: { zh: '联系人', en: 'Contact' } }),
    method: choice({
      label: { zh: '跟进方式', en: 'Method' },
      choices: contactMethods,
      default: 'phone',
      required: true,
    }),
    at: dateTime({ label: { zh: '跟进时间', en: 'Time' }, default: 'now', required: true }),
    content: longText({ label: { zh: '跟进内容', en: 'Content' }, required: true, mentions: 'mentions' }),
    by: user({ label: { zh: '跟进人', en: 'By' }, default: 'me', indexed: true }),
    mentions: references('user', { label: { zh: '提到', en: 'Mentions' } }),
    nextStep: text({ label: { zh: '下一步', en: 'Next step' }, max: 200 }),
    nextAt: date({ label: { zh: '下次跟进时间', en: 'Next time' }, planned: true }),
    files: files({ label: { zh: '附件', en: 'Attachments' } }),
  },
  views: {
    list: ['content', 'customer', 'method', 'at', 'by', 'nextStep', 'nextAt'],
    head: ['customer', 'method', 'at', 'by'],
    form: {
      basics: {
        label: { zh: '跟进', en: 'Follow-up' },
        fields: ['customer', 'contact', 'method', 'at', 'content', 'mentions', 'by'],
      },
      next: { label: { zh: '下一步', en: 'Next' }, fields: ['nextStep', 'nextAt', 'files'] },
    },
  },
})

export const followUpPolicy = partPolicy(followUp)
