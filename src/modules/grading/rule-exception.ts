import { choice, date, longText, reference } from '#field-types'
import { defineObject, definePolicy } from '#kernel'
import { gradedFields } from './value-rule.ts'

/** A field of one customer that somebody grades by hand for a time, though a rule would say otherwise. */
export const ruleException = defineObject({
  name: 'rule_exception',
  label: { zh: '分级例外', en: 'Grading exception' },
  icon: 'signal-zero',
  title: 'grounds',
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    field: choice({ label: { zh: '字段', en: 'Field' }, required: true, choices: gradedFields, default: 'tier' }),
    until: date({
      label: { zh: '截止日期', en: 'Until' },
      help: { zh: '此日之后恢复按规则定级', en: 'After this day the rules hold again' },
      required: true,
      indexed: true,
      planned: true,
    }),
    grounds: longText({ label: { zh: '理由', en: 'Reason' }, required: true }),
  },
  views: {
    list: ['field', 'grounds', 'until'],
    form: {
      basics: {
        label: { zh: '分级例外', en: 'Grading exception' },
        fields: ['customer', 'field', 'until', 'grounds'],
      },
    },
  },
})

export const ruleExceptionPolicy = definePolicy(ruleException, 'parts')
