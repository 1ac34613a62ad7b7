import { choice, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy } from '#objects'

/** An object that the company has made for itself; its table stands as soon as this record does. */
export const customObject = defineObject({
  name: 'custom_object',
  label: { zh: '自定义对象', en: 'Custom object' },
  icon: 'box',
  title: 'labelZh',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    name: text({
      label: { zh: '接口名称', en: 'API name' },
      help: { zh: '小写英文与下划线，建立后不变', en: 'Small letters and underscores; never changes' },
      max: 40,
      required: true,
    }),
    labelZh: text({ label: { zh: '中文名称', en: 'Chinese label' }, max: 60, required: true }),
    labelEn: text({ label: { zh: '英文名称', en: 'English label' }, max: 60, required: true }),
    icon: text({ label: { zh: '图标', en: 'Icon' }, max: 40, default: 'box' }),
    custody: choice({
      label: { zh: '归属方式', en: 'Custody' },
      default: 'own',
      choices: {
        own: { zh: '按负责人', en: 'Held by an owner' },
        customer: { zh: '随客户档案', en: 'On a customer file' },
        shared: { zh: '公司共用', en: 'Shared by all' },
      },
    }),
  },
  views: {
    list: ['labelZh', 'labelEn', 'name', 'custody'],
    form: {
      basics: { label: { zh: '对象', en: 'Object' }, fields: ['labelZh', 'labelEn', 'name', 'icon', 'custody'] },
    },
  },
})

export const customObjectPolicy = definitionPolicy(customObject)
