import { choice, json, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy } from '#objects'

/** What a field needs in which case, how its number or class is made, or in which order its values stand; stands before the standard definition. */
export const fieldRule = defineObject({
  name: 'field_rule',
  label: { zh: '字段规则', en: 'Field rule' },
  icon: 'list-checks',
  title: 'field',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    object: text({ label: { zh: '对象', en: 'Object' }, max: 60, required: true }),
    field: text({ label: { zh: '字段', en: 'Field' }, max: 60, required: true }),
    rule: choice({
      label: { zh: '规则', en: 'Rule' },
      required: true,
      choices: {
        required: { zh: '必填', en: 'Required', colour: 'red' },
        recommended: { zh: '建议填写', en: 'Recommended', colour: 'amber' },
        optional: { zh: '选填', en: 'Optional', colour: 'grey' },
        needs: { zh: '填写要求', en: 'Needs by case', colour: 'green' },
        number: { zh: '编号规则', en: 'Number rule', colour: 'blue' },
        class: { zh: '分类方案', en: 'Classification', colour: 'amber' },
        verify: { zh: '核实周期', en: 'Verification', colour: 'grey' },
        order: { zh: '选项顺序', en: 'Order of values', colour: 'violet' },
      },
    }),
    when: json({
      label: { zh: '适用条件', en: 'Case' },
      help: { zh: '筛选条件；空 = 总是', en: 'A filter; empty = always' },
    }),
    parts: json({
      label: {
        zh: '编号组成、分类方案、选项代码、填写要求或核实周期',
        en: 'Number parts, classification, codes in order, needs by case, or how often to verify',
      },
    }),
  },
  views: {
    list: ['object', 'field', 'rule', 'when'],
    form: { basics: { label: { zh: '规则', en: 'Rule' }, fields: ['object', 'field', 'rule', 'when', 'parts'] } },
  },
})

export const fieldRulePolicy = definitionPolicy(fieldRule)
