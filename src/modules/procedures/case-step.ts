import { boolean, choice, dateTime, longText, number, reference, tags, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** A step of a case: whose it is, by when, and how it ended. */
export const caseStep = defineObject({
  name: 'case_step',
  label: { zh: '办理步骤', en: 'Step of a case' },
  icon: 'circle-check',
  title: 'name',
  formless: true,
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    run: reference('procedure_case', { label: { zh: '流程办理', en: 'Case' }, indexed: true }),
    procedure: text({ label: { zh: '规程', en: 'Procedure' }, max: 120, indexed: true }),
    position: number({ label: { zh: '次序', en: 'Place' }, integer: true, required: true }),
    name: text({ label: { zh: '步骤', en: 'Step' }, max: 120, required: true }),
    what: longText({ label: { zh: '要求', en: 'What must be done' }, max: 2_000 }),
    role: text({ label: { zh: '负责角色', en: 'Role' }, max: 40 }),
    person: user({ label: { zh: '指定的人', en: 'Person named' } }),
    days: number({ label: { zh: '期限（工作日）', en: 'Working days' }, integer: true }),
    must: boolean({ label: { zh: '必做', en: 'Obligatory' }, default: true }),
    needed: tags({ label: { zh: '须填写的字段', en: 'Fields that must be there' } }),
    verified: tags({ label: { zh: '须核实的字段', en: 'Fields that must be verified' } }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      default: 'waiting',
      choices: {
        waiting: { zh: '未到', en: 'Not its turn yet', colour: 'grey' },
        open: { zh: '待办', en: 'Open', colour: 'blue' },
        done: { zh: '已完成', en: 'Done', colour: 'green' },
        skipped: { zh: '已跳过', en: 'Skipped', colour: 'amber' },
      },
    }),
    owner: user({ label: { zh: '负责人', en: 'Whose it is' } }),
    todo: reference('task', { label: { zh: '任务', en: 'Task' }, indexed: true }),
    openedAt: dateTime({ label: { zh: '开始时间', en: 'Opened at' } }),
    dueAt: dateTime({ label: { zh: '截止时间', en: 'Due' }, planned: true }),
    endedAt: dateTime({ label: { zh: '完成时间', en: 'Ended at' } }),
    late: boolean({ label: { zh: '逾期完成', en: 'Ended late' }, default: false }),
    endedBy: user({ label: { zh: '完成人', en: 'Ended by' } }),
    reason: text({ label: { zh: '跳过理由', en: 'Why it was skipped' }, max: 500 }),
  },
  indexes: [['state', 'dueAt'], ['openedAt']],
  views: {
    list: ['name', 'procedure', 'customer', 'state', 'owner', 'dueAt', 'endedAt', 'late', 'endedBy', 'reason'],
    head: ['state', 'owner', 'dueAt'],
    form: {
      basics: {
        label: { zh: '办理步骤', en: 'Step of a case' },
        fields: [
          'customer',
          'run',
          'procedure',
          'position',
          'name',
          'what',
          'role',
          'person',
          'days',
          'must',
          'needed',
          'verified',
        ],
      },
      course: {
        label: { zh: '经过', en: 'Course' },
        fields: ['state', 'owner', 'todo', 'openedAt', 'dueAt', 'endedAt', 'late', 'endedBy', 'reason'],
      },
    },
  },
})

const never = (): boolean => false

/** Opened, done and skipped by its case; seen with the file. */
export const caseStepPolicy = definePolicy(caseStep, 'parts', {
  create: never,
  update: never,
  delete: never,
  import: never,
})
