import { boolean, choice, json, longText, number, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy } from '#objects'

/** The fields of a customer that rules may fill. */
export const gradedFields = {
  tier: { zh: '客户级别', en: 'Tier' },
  stage: { zh: '生命周期阶段', en: 'Lifecycle stage' },
  status: { zh: '客户状态', en: 'Status' },
} as const
export type GradedField = keyof typeof gradedFields

/** Which value customers of a case have. Of a field's rules the first one that fits holds; a customer that none fits keeps its value. */
export const valueRule = defineObject({
  name: 'value_rule',
  label: { zh: '分级规则', en: 'Grading rule' },
  icon: 'signal',
  title: 'name',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    name: text({ label: { zh: '规则名称', en: 'Name' }, max: 60, required: true }),
    field: choice({ label: { zh: '字段', en: 'Field' }, required: true, choices: gradedFields }),
    value: text({ label: { zh: '取值', en: 'Value' }, max: 60, required: true }),
    when: json({
      filters: 'customer',
      label: { zh: '适用条件', en: 'Case' },
      help: {
        zh: '按客户的字段与往来合计，如购买总额',
        en: 'By fields and sums of dealings, such as the purchase total',
      },
    }),
    position: number({
      label: { zh: '顺序', en: 'Order' },
      help: { zh: '同一字段的规则由小到大逐条核对', en: 'Rules of a field are tried from the smallest on' },
      integer: true,
      min: 0,
      max: 1_000,
      default: 100,
    }),
    active: boolean({ label: { zh: '启用', en: 'In force' }, default: false }),
    note: longText({ label: { zh: '说明', en: 'Note' } }),
  },
  views: {
    list: ['name', 'field', 'value', 'position', 'active'],
    form: {
      basics: {
        label: { zh: '分级规则', en: 'Grading rule' },
        fields: ['name', 'field', 'value', 'when', 'position', 'active', 'note'],
      },
    },
  },
})

export const valueRulePolicy = definitionPolicy(valueRule)
