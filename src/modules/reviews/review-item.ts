import { choice, dateTime, longText, number, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** A file that somebody looks through in a round; until they have, it is shared with them for reading. */
export const reviewItem = defineObject({
  name: 'review_item',
  label: { zh: '档案审查', en: 'Review of a file' },
  icon: 'clipboard-check',
  title: 'name',
  principal: { kind: 'share', grantees: ['assignee'], access: 'access', from: 'from', until: 'until' },
  custody: { type: 'child', of: 'customer', people: ['assignee'] },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 120, required: true }),
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    round: reference('review_round', { label: { zh: '审查批次', en: 'Review round' }, indexed: true }),
    todo: reference('task', { label: { zh: '任务', en: 'Task' }, indexed: true }),
    assignee: user({ label: { zh: '审查人', en: 'Reviewer' } }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      choices: {
        open: { zh: '待审查', en: 'To be reviewed', colour: 'blue' },
        done: { zh: '已审查', en: 'Reviewed', colour: 'green' },
        unassigned: { zh: '无人可审', en: 'Nobody may review it', colour: 'red' },
        dropped: { zh: '未审查', en: 'Not reviewed', colour: 'grey' },
      },
    }),
    result: choice({
      label: { zh: '结果', en: 'Result' },
      choices: {
        right: { zh: '无误', en: 'All right', colour: 'green' },
        found: { zh: '有问题', en: 'With findings', colour: 'amber' },
      },
    }),
    doneAt: dateTime({ label: { zh: '审查时间', en: 'Reviewed at' } }),
    doneBy: user({ label: { zh: '实际审查人', en: 'Reviewed by' } }),
    fileOwner: user({ label: { zh: '审查时的档案负责人', en: 'Owner of the file then' } }),
    seenVersion: number({ label: { zh: '所审版本', en: 'Version reviewed' }, integer: true }),
    note: longText({ label: { zh: '审查意见', en: 'Note' } }),
    access: choice({
      label: { zh: '权限', en: 'Access' },
      required: true,
      default: 'read',
      choices: { read: { zh: '查看', en: 'Read', colour: 'grey' } },
    }),
    from: dateTime({ label: { zh: '可查看起', en: 'Readable from' }, required: true }),
    until: dateTime({ label: { zh: '可查看至', en: 'Readable until' }, required: true }),
  },
  indexes: [
    ['assignee', 'state'],
    ['round', 'state'],
    ['fileOwner', 'doneAt'],
  ],
  views: {
    list: ['name', 'customer', 'assignee', 'state', 'result', 'doneAt'],
    head: ['state', 'result', 'assignee'],
    form: {
      basics: {
        label: { zh: '档案审查', en: 'Review of a file' },
        fields: ['name', 'customer', 'round', 'todo', 'assignee', 'state', 'from', 'until'],
      },
      result: {
        label: { zh: '结果', en: 'Result' },
        fields: ['result', 'doneAt', 'doneBy', 'fileOwner', 'seenVersion', 'note'],
      },
    },
  },
})

const never = (): boolean => false

/** Given out by a round and done from the queue: nobody writes one by hand, for each is a share of a file. */
export const reviewItemPolicy = definePolicy(reviewItem, 'parts', {
  create: never,
  update: never,
  delete: never,
  import: never,
})
