import { choice, reference, text } from '#field-types'
import { defineObject } from '#kernel'
import { partPolicy } from './rights.ts'

/** How a customer likes to be served; shown to whoever opens the file. */
export const preference = defineObject({
  name: 'preference',
  label: { zh: '偏好', en: 'Preference' },
  icon: 'heart',
  title: 'content',
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    topic: choice({
      label: { zh: '类别', en: 'Topic' },
      default: 'other',
      choices: {
        contact: { zh: '联系', en: 'Contact' },
        product: { zh: '产品', en: 'Product' },
        price: { zh: '价格', en: 'Price' },
        delivery: { zh: '交付', en: 'Delivery' },
        payment: { zh: '付款', en: 'Payment' },
        taboo: { zh: '禁忌', en: 'Taboo', colour: 'red' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    content: text({ label: { zh: '偏好', en: 'Preference' }, max: 300, required: true }),
  },
  views: {
    list: ['content', 'topic', 'customer'],
    form: { basics: { label: { zh: '偏好', en: 'Preference' }, fields: ['customer', 'topic', 'content'] } },
  },
})

export const preferencePolicy = partPolicy(preference)
