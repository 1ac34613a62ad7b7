import { choice, companyName, text } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** The company that keeps the files: one record, its settings. */
export const company = defineObject({
  name: 'company',
  label: { zh: '公司', en: 'Company' },
  icon: 'settings',
  title: 'name',
  custody: { type: 'shared' },
  fields: {
    name: companyName({ label: { zh: '公司名称', en: 'Company name' }, required: true }),
    language: choice({
      label: { zh: '默认语言', en: 'Default language' },
      default: 'zh',
      choices: { zh: { zh: '中文', en: '中文' }, en: { zh: 'English', en: 'English' } },
    }),
    timeZone: text({ label: { zh: '时区', en: 'Time zone' }, default: 'Asia/Shanghai', max: 60 }),
    currency: text({ label: { zh: '本位币', en: 'Currency' }, default: 'CNY', max: 3 }),
    areaCode: text({ label: { zh: '本地区号', en: 'Local area code' }, max: 4 }),
  },
  views: {
    list: ['name'],
    form: {
      basics: {
        label: { zh: '公司', en: 'Company' },
        fields: ['name', 'language', 'timeZone', 'currency', 'areaCode'],
      },
    },
  },
})

const never = (): boolean => false

/** One record, made at set-up and never taken away. */
export const companyPolicy = definePolicy(company, 'house', {
  create: never,
  delete: never,
  export: never,
  import: never,
})
