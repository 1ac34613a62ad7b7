import { choice, date, dateTime, json, reference, text, unit, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** One time that a plan is carried out, from the draw of the files to the report. */
export const reviewRound = defineObject({
  name: 'review_round',
  label: { zh: '审查批次', en: 'Review round' },
  icon: 'clipboard-list',
  title: 'name',
  custody: { type: 'own', owner: 'owner', unit: 'unit' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 120, required: true, search: 'A' }),
    plan: reference('review_plan', { label: { zh: '审查计划', en: 'Review plan' }, indexed: true }),
    owner: user({ label: { zh: '负责人', en: 'In charge' }, indexed: true }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' } }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      indexed: true,
      choices: {
        opening: { zh: '正在分配', en: 'Being given out', colour: 'amber' },
        open: { zh: '进行中', en: 'Running', colour: 'blue' },
        closed: { zh: '已结束', en: 'Closed', colour: 'green' },
      },
    }),
    openedOn: date({ label: { zh: '开始日期', en: 'Opened on' }, required: true }),
    dueOn: date({ label: { zh: '截止日期', en: 'Due on' }, required: true, planned: true }),
    seed: text({
      label: { zh: '抽样种子', en: 'Seed of the sample' },
      help: { zh: '凭此可重现同一次抽样', en: 'By it anybody draws the same sample again' },
      max: 36,
      required: true,
    }),
    closedAt: dateTime({ label: { zh: '结束时间', en: 'Closed at' } }),
    closedBy: user({ label: { zh: '结束人', en: 'Closed by' } }),
    report: json({ label: { zh: '报告', en: 'Report' } }),
    reportHash: text({ label: { zh: '报告哈希值', en: 'Hash of the report' }, max: 64 }),
  },
  views: {
    list: ['name', 'state', 'openedOn', 'dueOn', 'owner', 'closedAt'],
    head: ['state', 'dueOn', 'owner'],
    form: {
      basics: {
        label: { zh: '审查批次', en: 'Review round' },
        fields: ['name', 'plan', 'state', 'openedOn', 'dueOn', 'owner', 'unit', 'seed'],
      },
      end: { label: { zh: '结束', en: 'Closing' }, fields: ['closedAt', 'closedBy', 'reportHash'] },
    },
  },
})

const never = (): boolean => false

/** Opened and closed by the programme: nobody writes one by hand, and a report stays as it was frozen. */
export const reviewRoundPolicy = definePolicy(reviewRound, 'programmes', {
  create: never,
  update: never,
  delete: never,
  import: never,
})
