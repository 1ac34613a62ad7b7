import { choice, date, dateTime, json, longText, number, reference, text, unit, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'
import { roleChoices } from '#objects'

const score = (zh: string, en: string) => ({ label: { zh, en }, min: 0, max: 100 })

/** What somebody's work in a period is judged to be: figures that were counted, and what their manager says; closed for good. */
export const appraisal = defineObject({
  name: 'appraisal',
  label: { zh: '绩效考核', en: 'Appraisal' },
  icon: 'scale',
  title: 'name',
  navigation: true,
  formless: true,
  custody: { type: 'own', owner: 'owner', people: ['manager', 'superior'], unit: 'unit' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 120, required: true, readOnly: true }),
    owner: user({ label: { zh: '被考核人', en: 'Of' }, readOnly: true, indexed: true }),
    period: text({ label: { zh: '期间', en: 'Period' }, max: 10, required: true, readOnly: true, indexed: true }),
    length: choice({
      label: { zh: '周期', en: 'Length' },
      readOnly: true,
      choices: {
        month: { zh: '月', en: 'Month' },
        quarter: { zh: '季', en: 'Quarter' },
        year: { zh: '年', en: 'Year' },
      },
    }),
    from: date({ label: { zh: '开始日期', en: 'From' }, readOnly: true }),
    until: date({ label: { zh: '结束日期（不含）', en: 'Until before' }, readOnly: true }),
    role: choice({ label: { zh: '角色', en: 'Role' }, readOnly: true, choices: roleChoices }),
    unit: unit({ label: { zh: '考核部门', en: 'Unit that appraises' }, readOnly: true }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      readOnly: true,
      default: 'writing',
      indexed: true,
      choices: {
        writing: { zh: '待上级评价', en: 'For the manager', colour: 'blue' },
        shown: { zh: '待本人确认', en: 'For the person', colour: 'amber' },
        appealed: { zh: '申诉中', en: 'Appealed', colour: 'red' },
        closed: { zh: '已归档', en: 'Closed', colour: 'green' },
      },
    }),
    manager: user({ label: { zh: '评价人', en: 'Appraised by' }, readOnly: true, indexed: true }),
    superior: user({ label: { zh: '申诉受理人', en: 'Answers appeals' }, readOnly: true, indexed: true }),
    scheme: reference('appraisal_scheme', {
      label: { zh: '考核方案', en: 'Scheme' },
      readOnly: true,
      indexed: true,
      outlives: true,
    }),
    counted: reference('indicator_score', {
      label: { zh: '冻结的指标', en: 'Figures as kept' },
      readOnly: true,
      indexed: true,
      outlives: true,
    }),
    marks: json({ label: { zh: '各项得分', en: 'Scores' }, readOnly: true }),
    figuresScore: number({ ...score('指标得分', 'Score of the figures'), readOnly: true }),
    managerWeight: number({ ...score('上级评分权重', 'Weight of the manager’s part'), readOnly: true }),
    managerScore: number(score('上级评分', 'The manager’s score')),
    managerWords: longText({ label: { zh: '上级评语', en: 'The manager’s words' }, max: 5_000 }),
    shownAt: dateTime({ label: { zh: '评价时间', en: 'Written at' }, readOnly: true }),
    answer: choice({
      label: { zh: '本人意见', en: 'The person’s answer' },
      choices: {
        confirmed: { zh: '确认', en: 'Confirmed', colour: 'green' },
        appealed: { zh: '申诉', en: 'Appealed', colour: 'red' },
      },
    }),
    answerWords: longText({ label: { zh: '意见或申诉理由', en: 'In the person’s words' }, max: 5_000 }),
    answeredAt: dateTime({ label: { zh: '答复时间', en: 'Answered at' }, readOnly: true }),
    decision: choice({
      label: { zh: '申诉结论', en: 'Decision on the appeal' },
      choices: {
        kept: { zh: '维持', en: 'Kept', colour: 'grey' },
        changed: { zh: '变更', en: 'Changed', colour: 'violet' },
      },
    }),
    decidedScore: number({
      ...score('变更后的上级评分', 'The manager’s score, changed'),
      help: { zh: '结论为“变更”时填写', en: 'Where the decision is to change it' },
    }),
    decisionReason: longText({ label: { zh: '结论理由', en: 'Why' }, max: 5_000 }),
    total: number({ ...score('总分', 'Total'), readOnly: true }),
    closedAt: dateTime({ label: { zh: '归档时间', en: 'Closed at' }, readOnly: true }),
  },
  indexes: [['owner', 'period']],
  views: {
    list: ['name', 'owner', 'period', 'role', 'state', 'figuresScore', 'managerScore', 'total', 'manager', 'closedAt'],
    head: ['owner', 'period', 'total'],
    bar: 'state',
    form: {
      result: {
        label: { zh: '结果', en: 'Result' },
        fields: ['figuresScore', 'managerScore', 'managerWords', 'managerWeight', 'total', 'state'],
      },
      answer: {
        label: { zh: '本人确认与申诉', en: 'Answer and appeal' },
        fields: ['answer', 'answerWords', 'decision', 'decidedScore', 'decisionReason'],
      },
      basics: {
        label: { zh: '考核信息', en: 'About' },
        fields: [
          'name',
          'owner',
          'role',
          'unit',
          'period',
          'length',
          'from',
          'until',
          'manager',
          'superior',
          'scheme',
          'counted',
          'shownAt',
          'answeredAt',
          'closedAt',
        ],
      },
    },
  },
})

const writing = { state: 'writing' } as const
const shown = { state: 'shown' } as const
const appealed = { state: 'appealed' } as const
const never = (): boolean => false

/** Prepared by the house; each writes in turn, and nobody once it is closed. */
export const appraisalPolicy = definePolicy(appraisal, 'work', {
  create: never,
  update: ({ id }) => ({
    or: [
      { ...writing, manager: id ?? '' },
      { ...shown, owner: id ?? '' },
      { ...appealed, superior: id ?? '' },
    ],
  }),
  delete: never,
  import: never,
})
