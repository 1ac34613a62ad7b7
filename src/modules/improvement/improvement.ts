import { choice, date, dateTime, longText, number, reference, text, unit, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** Something that is made better: planned, done, checked by somebody else, and kept, or begun again. */
export const improvement = defineObject({
  name: 'improvement',
  label: { zh: '改进项', en: 'Improvement' },
  icon: 'target',
  title: 'title',
  navigation: true,
  custody: { type: 'own', owner: 'owner', people: ['checker'], unit: 'unit' },
  fields: {
    title: text({ label: { zh: '改进项', en: 'Improvement' }, max: 200, required: true, search: 'A' }),
    source: choice({
      label: { zh: '来源', en: 'Source' },
      required: true,
      default: 'other',
      indexed: true,
      choices: {
        audit: { zh: '审计', en: 'Audit' },
        meeting: { zh: '会议', en: 'Meeting' },
        complaint: { zh: '投诉', en: 'Complaint' },
        feedback: { zh: '意见箱', en: 'Feedback' },
        drill: { zh: '演练', en: 'Drill' },
        review: { zh: '审查问题', en: 'Review finding' },
        figure: { zh: '指标偏低', en: 'Low figure' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    problem: longText({ label: { zh: '问题与原因', en: 'Problem and cause' } }),
    stage: choice({
      label: { zh: '阶段', en: 'Stage' },
      required: true,
      default: 'plan',
      indexed: true,
      choices: {
        plan: { zh: '计划（P）', en: 'Plan', colour: 'grey' },
        do: { zh: '实施（D）', en: 'Do', colour: 'blue' },
        check: { zh: '检查（C）', en: 'Check', colour: 'amber' },
        act: { zh: '处置（A）', en: 'Act', colour: 'violet' },
        closed: { zh: '已完成', en: 'Done', colour: 'green' },
        dropped: { zh: '已放弃', en: 'Dropped', colour: 'grey' },
      },
    }),
    round: number({ label: { zh: '第几轮', en: 'Round' }, integer: true, default: 1, readOnly: true }),
    owner: user({ label: { zh: '负责人', en: 'In charge' }, default: 'me', indexed: true }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' } }),
    plan: longText({ label: { zh: '改进措施', en: 'What is to be done' } }),
    dueOn: date({ label: { zh: '完成期限', en: 'Due on' }, indexed: true, planned: true }),
    done: longText({ label: { zh: '实施情况', en: 'What was done' } }),
    measure: text({
      label: { zh: '衡量指标', en: 'Measured by' },
      help: { zh: '如：传真号准确率（%）', en: 'Such as: fax numbers that are right, in %' },
      max: 120,
    }),
    before: number({ label: { zh: '改进前', en: 'Before' } }),
    target: number({ label: { zh: '目标', en: 'Target' } }),
    after: number({ label: { zh: '改进后', en: 'After' } }),
    checker: user({
      label: { zh: '检查人', en: 'Checked by' },
      help: { zh: '不能是负责人', en: 'Not who is in charge' },
      indexed: true,
    }),
    checkOn: date({
      label: { zh: '检查日期', en: 'Check on' },
      help: { zh: '此日之前不能判定效果', en: 'The effect is not judged before this day' },
      planned: true,
    }),
    effective: choice({
      label: { zh: '效果', en: 'Effect' },
      choices: {
        yes: { zh: '有效', en: 'Effective', colour: 'green' },
        no: { zh: '无效，重新计划', en: 'Not effective, plan again', colour: 'red' },
      },
    }),
    finding: longText({ label: { zh: '检查结论', en: 'What the check found' } }),
    checkedAt: dateTime({ label: { zh: '检查时间', en: 'Checked at' }, readOnly: true }),
    standard: longText({ label: { zh: '固化措施', en: 'How it is kept' } }),
    suggestion: reference('suggestion', { label: { zh: '意见建议', en: 'Suggestion' }, indexed: true }),
    meetingAction: reference('meeting_action', {
      label: { zh: '会议行动项', en: 'Action item of a meeting' },
      indexed: true,
    }),
    reviewFinding: reference('review_finding', {
      label: { zh: '审查问题', en: 'Review finding' },
      indexed: true,
      outlives: true,
    }),
    appraisal: reference('appraisal', {
      label: { zh: '绩效考核', en: 'Appraisal' },
      readOnly: true,
      indexed: true,
      outlives: true,
    }),
    figure: text({ label: { zh: '考核指标', en: 'Figure' }, max: 20, readOnly: true }),
    figureLength: text({ label: { zh: '考核周期', en: 'Length of its period' }, max: 10, readOnly: true }),
  },
  requirements: [
    { field: 'owner', need: 'required' },
    { field: 'dueOn', need: 'required', when: { stage: { in: ['do', 'check'] } } },
    { field: 'checker', need: 'required', when: { stage: 'check' } },
    { field: 'checkOn', need: 'required', when: { stage: 'check' } },
  ],
  views: {
    list: ['title', 'stage', 'source', 'owner', 'dueOn', 'checker', 'checkOn', 'effective', 'round'],
    head: ['source', 'owner', 'dueOn'],
    bar: 'stage',
    form: {
      plan: {
        label: { zh: '计划', en: 'Plan' },
        fields: ['title', 'source', 'problem', 'plan', 'owner', 'unit', 'dueOn', 'stage', 'round'],
      },
      effect: {
        label: { zh: '实施与效果', en: 'Doing and effect' },
        fields: ['done', 'measure', 'before', 'target', 'after'],
      },
      check: {
        label: { zh: '检查与处置', en: 'Check and act' },
        fields: ['checker', 'checkOn', 'effective', 'finding', 'checkedAt', 'standard'],
      },
      origin: {
        label: { zh: '来源记录', en: 'Where it comes from' },
        fields: ['suggestion', 'meetingAction', 'reviewFinding', 'appraisal'],
      },
    },
  },
})

const never = (): boolean => false

/** What is not gone on with is dropped, and stays to be read. */
export const improvementPolicy = definePolicy(improvement, 'work', { delete: never, import: never })
