import { boolean, choice, longText, money, text } from '#field-types'
import { defineObject } from '#kernel'
import { referencePolicy } from './rights.ts'

/** What the company sells: a product or a service. */
export const product = defineObject({
  name: 'product',
  label: { zh: '产品', en: 'Product' },
  icon: 'package',
  title: 'name',
  navigation: true,
  custody: { type: 'shared' },
  fields: {
    name: text({ label: { zh: '产品名称', en: 'Name' }, max: 120, required: true, search: 'A' }),
    code: text({ label: { zh: '产品编码', en: 'Code' }, max: 60, search: 'B' }),
    type: choice({
      label: { zh: '类型', en: 'Type' },
      default: 'product',
      choices: { product: { zh: '产品', en: 'Product' }, service: { zh: '服务', en: 'Service' } },
    }),
    unitOfMeasure: text({ label: { zh: '计量单位', en: 'Unit of measure' }, max: 20 }),
    price: money({ label: { zh: '标准价格', en: 'List price' } }),
    onSale: boolean({ label: { zh: '在售', en: 'On sale' }, default: true }),
    details: longText({ label: { zh: '说明', en: 'Details' } }),
  },
  views: {
    list: ['name', 'code', 'type', 'unitOfMeasure', 'price', 'onSale'],
    head: ['code', 'type', 'onSale'],
    form: {
      basics: {
        label: { zh: '产品', en: 'Product' },
        fields: ['name', 'code', 'type', 'unitOfMeasure', 'price', 'onSale', 'details'],
      },
    },
  },
})

export const productPolicy = referencePolicy(product)
