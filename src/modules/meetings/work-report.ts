import { choice, date, dateTime, longText, text, unit, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** What somebody did in a week, and what stood in the way, for whoever leads them. */
export const workReport = defineObject({
  name: 'work_report',
  label: { zh: '周报', en: 'Weekly report' },
  icon: 'file-text',
  title: 'name',
  navigation: true,
  custody: { type: 'own', owner: 'author', people: ['superior'], unit: 'unit' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 120, readOnly: true }),
    author: user({ label: { zh: '汇报人', en: 'Of' }, default: 'me', readOnly: true, indexed: true }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' }, readOnly: true }),
    week: date({
      label: { zh: '周', en: 'Week' },
      help: { zh: '这一周中的任意一天', en: 'Any day of it' },
      required: true,
      default: 'today',
      indexed: true,
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      default: 'draft',
      indexed: true,
      choices: {
        draft: { zh: '草稿', en: 'Draft', colour: 'grey' },
        submitted: { zh: '已提交', en: 'Handed in', colour: 'blue' },
        answered: { zh: '已批复', en: 'Answered', colour: 'green' },
      },
    }),
    done: longText({ label: { zh: '本周工作', en: 'What was done' } }),
    problems: longText({
      label: { zh: '问题与困难', en: 'Problems' },
      help: { zh: '每行一项，可逐项转为任务', en: 'One a line; each can become a task' },
    }),
    plans: longText({ label: { zh: '下周计划', en: 'Next week' } }),
    superior: user({ label: { zh: '上级', en: 'For' }, readOnly: true, indexed: true }),
    submittedAt: dateTime({ label: { zh: '提交时间', en: 'Handed in at' }, readOnly: true }),
    answer: longText({ label: { zh: '批复', en: 'Answer' } }),
    answeredBy: user({ label: { zh: '批复人', en: 'Answered by' }, readOnly: true }),
    answeredAt: dateTime({ label: { zh: '批复时间', en: 'Answered at' }, readOnly: true }),
  },
  indexes: [['author', 'week']],
  views: {
    list: ['name', 'author', 'week', 'state', 'superior', 'submittedAt', 'answeredAt'],
    head: ['author', 'week', 'superior'],
    bar: 'state',
    form: {
      basics: {
        label: { zh: '周报', en: 'Weekly report' },
        fields: ['week', 'done', 'problems', 'plans', 'author', 'unit', 'name'],
      },
      answer: {
        label: { zh: '批复', en: 'Answer' },
        fields: ['answer', 'superior', 'submittedAt', 'answeredBy', 'answeredAt'],
      },
    },
  },
})

const draft = { state: 'draft' } as const
const handedIn = { state: { ne: 'draft' } } as const

/** A draft is its author's alone, also from the head. */
export const workReportPolicy = definePolicy(workReport, 'work', {
  read: (actor) => ({ or: [handedIn, { author: actor.id ?? '' }] }),
  update: (actor) => ({ or: [handedIn, { author: actor.id ?? '' }] }),
  delete: (actor) => ({ ...draft, author: actor.id ?? '' }),
  import: () => false,
})
