import { choice, date, number, text, unit, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

const count = (zh: string, en: string) => number({ label: { zh, en }, readOnly: true })

/** What somebody's work came to in a period that is over, counted once and kept as it was. */
export const indicatorScore = defineObject({
  name: 'indicator_score',
  label: { zh: '考核指标', en: 'Performance figures' },
  icon: 'gauge',
  title: 'period',
  formless: true,
  custody: { type: 'own', owner: 'owner', unit: 'unit' },
  fields: {
    period: text({ label: { zh: '期间', en: 'Period' }, max: 10, required: true, readOnly: true, indexed: true }),
    length: choice({
      label: { zh: '周期', en: 'Length' },
      required: true,
      readOnly: true,
      choices: {
        month: { zh: '月', en: 'Month' },
        quarter: { zh: '季', en: 'Quarter' },
        year: { zh: '年', en: 'Year' },
      },
    }),
    from: date({ label: { zh: '开始日期', en: 'From' }, required: true, readOnly: true }),
    until: date({ label: { zh: '结束日期（不含）', en: 'Until before' }, required: true, readOnly: true }),
    owner: user({ label: { zh: '人员', en: 'Person' }, readOnly: true, indexed: true }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' }, readOnly: true }),
    checked: count('经他人核对', 'Checked by others'),
    right: count('核对无误', 'Found right'),
    files: count('应完整（份·天）', 'Files, on each day'),
    complete: count('完整（份·天）', 'Complete, on each day'),
    tasks: count('到期任务', 'Tasks due'),
    onTime: count('按期完成', 'Done in time'),
    updatesDue: count('应更新', 'Updates due'),
    updated: count('按期更新', 'Updated in time'),
    age: count('数据年龄中位数（天）', 'Median age of data, days'),
    work: count('经办（份·天）', 'Files worked on, each day'),
    hash: text({ label: { zh: '哈希值', en: 'Hash' }, max: 64, readOnly: true }),
  },
  indexes: [['owner', 'period']],
  views: {
    list: ['period', 'owner', 'unit', 'checked', 'right', 'files', 'complete', 'tasks', 'onTime', 'age', 'work'],
    form: {
      basics: {
        label: { zh: '考核指标', en: 'Performance figures' },
        fields: ['period', 'length', 'from', 'until', 'owner', 'unit', 'hash'],
      },
      figures: {
        label: { zh: '数字', en: 'Figures' },
        fields: ['checked', 'right', 'files', 'complete', 'tasks', 'onTime', 'updatesDue', 'updated', 'age', 'work'],
      },
    },
  },
})

const never = (): boolean => false

/** Counted by the house alone, and never again: nobody makes their own figures look better. */
export const indicatorScorePolicy = definePolicy(indicatorScore, 'work', {
  create: never,
  update: never,
  delete: never,
  import: never,
})
