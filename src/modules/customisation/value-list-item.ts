import { boolean, choice, number, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy, levels } from '#objects'

/** An entry of a value list that the company has added, renamed or hidden. */
export const valueListItem = defineObject({
  name: 'value_list_item',
  label: { zh: '值列表项', en: 'Value list item' },
  icon: 'list',
  title: 'labelZh',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    object: text({ label: { zh: '对象', en: 'Object' }, max: 60, required: true }),
    field: text({ label: { zh: '字段', en: 'Field' }, max: 60, required: true }),
    value: text({ label: { zh: '代码', en: 'Code' }, max: 40, required: true }),
    labelZh: text({ label: { zh: '中文名称', en: 'Chinese label' }, max: 60, required: true }),
    labelEn: text({ label: { zh: '英文名称', en: 'English label' }, max: 60, required: true }),
    colour: choice({
      label: { zh: '颜色', en: 'Colour' },
      choices: {
        grey: { zh: '灰', en: 'Grey' },
        blue: { zh: '蓝', en: 'Blue' },
        violet: { zh: '紫', en: 'Violet' },
        amber: { zh: '橙', en: 'Amber' },
        green: { zh: '绿', en: 'Green' },
        red: { zh: '红', en: 'Red' },
      },
    }),
    level: choice({
      label: { zh: '默认密级', en: 'Default level' },
      help: { zh: '限客户级别：未填客户密级时采用', en: 'Of tiers alone: for customers whose level nobody gives' },
      choices: levels,
    }),
    hidden: boolean({ label: { zh: '隐藏', en: 'Hidden' }, default: false }),
    position: number({ label: { zh: '顺序', en: 'Position' }, integer: true, default: 100 }),
  },
  views: {
    list: ['labelZh', 'labelEn', 'object', 'field', 'value', 'hidden'],
    form: {
      basics: {
        label: { zh: '值', en: 'Value' },
        fields: ['object', 'field', 'value', 'labelZh', 'labelEn', 'colour', 'level', 'hidden', 'position'],
      },
    },
  },
})

export const valueListItemPolicy = definitionPolicy(valueListItem)
