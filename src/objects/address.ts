import { boolean, choice, reference, region, address as street, text } from '#field-types'
import { defineObject } from '#kernel'
import { partPolicy } from './rights.ts'

/** A further address of a customer: delivery, invoice, branch. */
export const address = defineObject({
  name: 'address',
  label: { zh: '地址', en: 'Address' },
  icon: 'map-pin',
  title: 'purpose',
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    purpose: choice({
      label: { zh: '用途', en: 'Purpose' },
      required: true,
      default: 'delivery',
      choices: {
        office: { zh: '办公地址', en: 'Office' },
        delivery: { zh: '收货地址', en: 'Delivery' },
        invoice: { zh: '开票地址', en: 'Invoice' },
        home: { zh: '家庭住址', en: 'Home' },
      },
    }),
    region: region({ label: { zh: '省/市/区', en: 'Region' } }),
    street: street({ label: { zh: '详细地址', en: 'Street address' } }),
    postcode: text({ label: { zh: '邮政编码', en: 'Postcode' }, max: 10 }),
    primary: boolean({ label: { zh: '首要地址', en: 'Primary' }, default: false }),
  },
  views: {
    list: ['purpose', 'region', 'street', 'primary', 'customer'],
    form: {
      basics: {
        label: { zh: '地址', en: 'Address' },
        fields: ['customer', 'purpose', 'region', 'street', 'postcode', 'primary'],
      },
    },
  },
})

export const addressPolicy = partPolicy(address)
