import { choice, dateTime, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** A procedure being carried out for a customer, or for a record on the customer's file that it names, in the version that was in force when it began. */
export const procedureCase = defineObject({
  name: 'procedure_case',
  label: { zh: '流程办理', en: 'Case' },
  icon: 'list-checks',
  title: 'name',
  formless: true,
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    object: text({ label: { zh: '对象', en: 'Object' }, max: 60 }),
    record: text({ label: { zh: '记录编号', en: 'Record' }, max: 36, indexed: true }),
    name: text({ label: { zh: '规程', en: 'Procedure' }, max: 120, required: true }),
    edition: reference('edition', { label: { zh: '规程版本', en: 'Version' }, indexed: true }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      default: 'running',
      indexed: true,
      choices: {
        running: { zh: '办理中', en: 'Running', colour: 'blue' },
        done: { zh: '已办结', en: 'Done', colour: 'green' },
      },
    }),
    startedAt: dateTime({ label: { zh: '开始时间', en: 'Started at' }, required: true }),
    startedBy: user({ label: { zh: '发起人', en: 'Started by' } }),
    endedAt: dateTime({ label: { zh: '办结时间', en: 'Ended at' } }),
  },
  views: {
    list: ['name', 'customer', 'state', 'startedAt', 'startedBy', 'endedAt'],
    head: ['state', 'startedAt'],
    form: {
      basics: {
        label: { zh: '流程办理', en: 'Case' },
        fields: ['customer', 'object', 'record', 'name', 'edition', 'state', 'startedAt', 'startedBy', 'endedAt'],
      },
    },
  },
})

const never = (): boolean => false

/** Started and carried on by the procedure; seen with the file. */
export const procedureCasePolicy = definePolicy(procedureCase, 'parts', {
  create: never,
  update: never,
  delete: never,
  import: never,
})
