import { date, longText, money, number, reference, text } from '#field-types'
import { defineObject } from '#kernel'
import { partPolicy } from './rights.ts'

/** One trade: what a customer bought, when and for how much. */
export const purchase = defineObject({
  name: 'purchase',
  label: { zh: '购买记录', en: 'Purchase' },
  icon: 'receipt',
  title: 'summary',
  navigation: true,
  timeline: 'date',
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    date: date({ label: { zh: '购买日期', en: 'Date' }, default: 'today', required: true }),
    product: reference('product', { label: { zh: '产品', en: 'Product' }, indexed: true }),
    summary: text({ label: { zh: '购买内容', en: 'Summary' }, max: 200 }),
    quantity: number({ label: { zh: '数量', en: 'Quantity' }, decimals: 3, default: 1 }),
    amount: money({ label: { zh: '金额', en: 'Amount' }, required: true }),
    remarks: longText({ label: { zh: '备注', en: 'Remarks' } }),
  },
  views: {
    list: ['summary', 'customer', 'date', 'product', 'quantity', 'amount'],
    head: ['customer', 'date', 'amount'],
    form: {
      basics: {
        label: { zh: '购买', en: 'Purchase' },
        fields: ['customer', 'date', 'product', 'summary', 'quantity', 'amount', 'remarks'],
      },
    },
  },
})

export const purchasePolicy = partPolicy(purchase)
