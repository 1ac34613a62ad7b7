import { choice, dateTime, longText, reference, text, unit, user } from '#field-types'
import { type Context, defineObject, definePolicy, type Values } from '#kernel'

/** Something that somebody has to do by a time; the only task object of the product. */
export const task = defineObject({
  name: 'task',
  label: { zh: '任务', en: 'Task' },
  icon: 'list-checks',
  title: 'title',
  navigation: true,
  custody: { type: 'own', owner: 'assignee', people: ['assigner'], unit: 'unit' },
  fields: {
    title: text({ label: { zh: '任务', en: 'Task' }, max: 200, required: true, search: 'A' }),
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, indexed: true, outlives: true }),
    assignee: user({ label: { zh: '执行人', en: 'Assignee' }, default: 'me', indexed: true }),
    assigner: user({ label: { zh: '安排人', en: 'Assigned by' }, default: 'me', readOnly: true }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' } }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      default: 'open',
      indexed: true,
      choices: {
        open: { zh: '待办', en: 'Open', colour: 'blue' },
        done: { zh: '已完成', en: 'Done', colour: 'green' },
        dropped: { zh: '已取消', en: 'Dropped', colour: 'grey' },
      },
    }),
    dueAt: dateTime({ label: { zh: '截止时间', en: 'Due' }, indexed: true, planned: true }),
    emergencyAccess: reference('emergency_access', {
      label: { zh: '紧急访问', en: 'Emergency access' },
      readOnly: true,
      indexed: true,
    }),
    kind: choice({
      label: { zh: '来由', en: 'Cause' },
      readOnly: true,
      indexed: true,
      choices: {
        completion: { zh: '补全档案', en: 'File to complete', colour: 'amber' },
        keying: { zh: '二次录入', en: 'Values to key again', colour: 'blue' },
        appraisal: { zh: '绩效考核', en: 'Appraisal', colour: 'green' },
        procedure: { zh: '规程步骤', en: 'Step of a procedure', colour: 'violet' },
      },
    }),
    meetingAction: reference('meeting_action', {
      label: { zh: '会议行动项', en: 'Action item of a meeting' },
      readOnly: true,
      indexed: true,
      outlives: true,
    }),
    workReport: reference('work_report', {
      label: { zh: '周报', en: 'Weekly report' },
      indexed: true,
      outlives: true,
    }),
    improvement: reference('improvement', {
      label: { zh: '改进项', en: 'Improvement' },
      readOnly: true,
      indexed: true,
      outlives: true,
    }),
    appraisal: reference('appraisal', {
      label: { zh: '绩效考核', en: 'Appraisal' },
      readOnly: true,
      indexed: true,
      outlives: true,
    }),
    doneAt: dateTime({ label: { zh: '完成时间', en: 'Done at' }, readOnly: true }),
    escalatedAt: dateTime({ label: { zh: '上报时间', en: 'Escalated' }, readOnly: true }),
    remindAt: dateTime({ label: { zh: '提醒时间', en: 'Reminder' }, planned: true }),
    details: longText({ label: { zh: '说明', en: 'Details' } }),
  },
  views: {
    list: ['title', 'customer', 'assignee', 'state', 'dueAt', 'remindAt'],
    head: ['state', 'assignee', 'dueAt'],
    form: {
      basics: {
        label: { zh: '任务', en: 'Task' },
        fields: [
          'title',
          'customer',
          'emergencyAccess',
          'assignee',
          'unit',
          'state',
          'dueAt',
          'remindAt',
          'details',
          'kind',
          'meetingAction',
          'improvement',
          'appraisal',
          'doneAt',
          'escalatedAt',
        ],
      },
    },
  },
})

export const taskPolicy = definePolicy(task, 'work')

/** When it was done tells in which week. */
export function noteDone(ctx: Context, values: Values, before: Values | null): void {
  if (values.state === before?.state) return
  values.doneAt = values.state === 'done' ? ctx.now().toISOString() : null
}
