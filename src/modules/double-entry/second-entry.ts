import { boolean, choice, date, dateTime, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/**
 * A value that somebody entered and somebody else keys again without seeing it. Neither value stands here: the first one stands in its
 * record, and a second that differs, sealed, in the change request that asks for it.
 */
export const secondEntry = defineObject({
  name: 'second_entry',
  label: { zh: '二次录入', en: 'Second entry' },
  icon: 'keyboard',
  title: 'field',
  custody: { type: 'child', of: 'customer', people: ['assignee', 'enteredBy'] },
  blinds: { object: 'object', record: 'record', person: 'assignee', state: 'state' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true, readOnly: true }),
    object: text({ label: { zh: '对象', en: 'Object' }, max: 60, required: true, readOnly: true }),
    record: text({ label: { zh: '记录', en: 'Record' }, max: 36, required: true, readOnly: true, indexed: true }),
    field: text({ label: { zh: '字段', en: 'Field' }, max: 80, required: true, readOnly: true }),
    enteredBy: user({ label: { zh: '首次录入人', en: 'Entered by' }, required: true, readOnly: true }),
    enteredAt: dateTime({ label: { zh: '首次录入时间', en: 'Entered at' }, required: true, readOnly: true }),
    way: choice({
      label: { zh: '来自', en: 'By way of' },
      readOnly: true,
      choices: {
        page: { zh: '页面', en: 'A page' },
        api: { zh: '接口', en: 'The API' },
        import: { zh: '导入', en: 'An import' },
      },
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      readOnly: true,
      choices: {
        waiting: { zh: '待分配', en: 'To be given out', colour: 'grey' },
        open: { zh: '待二次录入', en: 'To be keyed again', colour: 'blue' },
        same: { zh: '一致', en: 'Both agree', colour: 'green' },
        differs: { zh: '不一致，待裁定', en: 'They differ', colour: 'amber' },
        settled: { zh: '已裁定', en: 'Decided', colour: 'green' },
        dropped: { zh: '已取消', en: 'Dropped', colour: 'grey' },
      },
    }),
    assignee: user({ label: { zh: '二次录入人', en: 'To be keyed by' }, readOnly: true }),
    todo: reference('task', { label: { zh: '任务', en: 'Task' }, readOnly: true, indexed: true }),
    dueOn: date({ label: { zh: '截止日期', en: 'Due on' }, readOnly: true, planned: true }),
    keyedBy: user({ label: { zh: '二次录入者', en: 'Keyed by' }, readOnly: true }),
    keyedAt: dateTime({ label: { zh: '二次录入时间', en: 'Keyed at' }, readOnly: true }),
    held: boolean({
      label: { zh: '录入一致才生效', en: 'Held until then' },
      help: { zh: '首次录入的值在变更申请中等待', en: 'The first value waits in the change request' },
      readOnly: true,
      default: false,
    }),
    request: reference('change_request', {
      label: { zh: '变更申请', en: 'Change request' },
      readOnly: true,
      indexed: true,
    }),
    right: choice({
      label: { zh: '正确的是', en: 'Right was' },
      readOnly: true,
      choices: {
        first: { zh: '首次录入', en: 'The first' },
        second: { zh: '二次录入', en: 'The second' },
      },
    }),
    settledBy: user({ label: { zh: '裁定人', en: 'Decided by' }, readOnly: true }),
    settledAt: dateTime({ label: { zh: '裁定时间', en: 'Decided at' }, readOnly: true }),
  },
  indexes: [
    ['assignee', 'state'],
    ['enteredBy', 'keyedAt'],
  ],
  views: {
    list: ['customer', 'object', 'field', 'state', 'enteredBy', 'enteredAt', 'keyedBy', 'keyedAt', 'right'],
    head: ['state', 'enteredBy', 'assignee'],
    form: {
      basics: {
        label: { zh: '二次录入', en: 'Second entry' },
        fields: [
          'customer',
          'object',
          'record',
          'field',
          'enteredBy',
          'enteredAt',
          'way',
          'state',
          'held',
          'assignee',
          'dueOn',
        ],
      },
      result: {
        label: { zh: '结果', en: 'Result' },
        fields: ['keyedBy', 'keyedAt', 'request', 'right', 'settledBy', 'settledAt', 'todo'],
      },
    },
  },
})

const never = (): boolean => false

/** Asked for by a rule, and keyed on its own page: nobody writes one by hand. */
export const secondEntryPolicy = definePolicy(secondEntry, 'parts', {
  create: never,
  update: never,
  delete: never,
  import: never,
})
