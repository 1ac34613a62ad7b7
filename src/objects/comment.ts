import { longText, reference, references } from '#field-types'
import { defineObject } from '#kernel'
import { partPolicy } from './rights.ts'

/** A word among colleagues on a file. */
export const comment = defineObject({
  name: 'comment',
  label: { zh: '评论', en: 'Comment' },
  icon: 'message-circle',
  title: 'content',
  timeline: 'createdAt',
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    content: longText({ label: { zh: '内容', en: 'Content' }, required: true, mentions: 'mentions' }),
    mentions: references('user', { label: { zh: '提到', en: 'Mentions' } }),
  },
  views: {
    list: ['content', 'customer', 'mentions'],
    form: { basics: { label: { zh: '评论', en: 'Comment' }, fields: ['customer', 'content', 'mentions'] } },
  },
})

export const commentPolicy = partPolicy(comment)
