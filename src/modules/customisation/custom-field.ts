import { boolean, choice, json, number, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy } from '#objects'

/** A field that the company has added to an object: a real column, made when this record is. */
export const customField = defineObject({
  name: 'custom_field',
  label: { zh: '自定义字段', en: 'Custom field' },
  icon: 'text-cursor-input',
  title: 'labelZh',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    object: text({ label: { zh: '对象', en: 'Object' }, max: 60, required: true }),
    name: text({
      label: { zh: '接口名称', en: 'API name' },
      help: { zh: '以小写字母开头的英文，建立后不变', en: 'camelCase letters; never changes' },
      max: 40,
      required: true,
    }),
    kind: text({ label: { zh: '类型', en: 'Kind' }, max: 40, required: true }),
    labelZh: text({ label: { zh: '中文名称', en: 'Chinese label' }, max: 60, required: true }),
    labelEn: text({ label: { zh: '英文名称', en: 'English label' }, max: 60, required: true }),
    helpZh: text({ label: { zh: '中文说明', en: 'Chinese help' }, max: 300 }),
    helpEn: text({ label: { zh: '英文说明', en: 'English help' }, max: 300 }),
    level: choice({
      label: { zh: '密级', en: 'Level' },
      default: '1',
      choices: {
        '1': { zh: '一般', en: 'General' },
        '2': { zh: '重要', en: 'Important' },
        '3': { zh: '机密', en: 'Confidential' },
      },
    }),
    sealed: boolean({ label: { zh: '加密保存', en: 'Sealed' }, default: false }),
    searchable: boolean({ label: { zh: '可搜索', en: 'Searchable' }, default: false }),
    hidden: boolean({ label: { zh: '隐藏', en: 'Hidden' }, default: false }),
    position: number({ label: { zh: '顺序', en: 'Position' }, integer: true, default: 0 }),
    settings: json({ label: { zh: '设置', en: 'Settings' } }),
  },
  views: {
    list: ['labelZh', 'labelEn', 'object', 'name', 'kind', 'hidden'],
    form: {
      basics: {
        label: { zh: '字段', en: 'Field' },
        fields: ['object', 'labelZh', 'labelEn', 'name', 'kind', 'helpZh', 'helpEn'],
      },
      settings: {
        label: { zh: '设置', en: 'Settings' },
        fields: ['level', 'sealed', 'searchable', 'hidden', 'position', 'settings'],
      },
    },
  },
})

export const customFieldPolicy = definitionPolicy(customField)
