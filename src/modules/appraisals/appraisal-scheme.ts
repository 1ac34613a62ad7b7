import { boolean, choice, longText, number, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy, roleChoices } from '#objects'

const weight = (usual: number) =>
  number({
    label: { zh: '权重', en: 'Weight' },
    help: { zh: '各项与上级评分的权重合计须为 100', en: 'All weights, with the manager’s, come to 100' },
    integer: true,
    min: 0,
    max: 100,
    default: usual,
  })

const mark = (zh: string, en: string, usual: number) =>
  number({ label: { zh, en }, min: 0, max: 10_000, default: usual })

/** What counts how much when people of a role are appraised, and which figure is worth what. */
export const appraisalScheme = defineObject({
  name: 'appraisal_scheme',
  label: { zh: '考核方案', en: 'Appraisal scheme' },
  icon: 'clipboard-list',
  title: 'name',
  settings: 'settings',
  custody: { type: 'shared' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 60, required: true }),
    role: choice({ label: { zh: '角色', en: 'Role' }, required: true, default: 'clerk', choices: roleChoices }),
    length: choice({
      label: { zh: '周期', en: 'Length' },
      required: true,
      default: 'quarter',
      choices: {
        month: { zh: '月', en: 'Month' },
        quarter: { zh: '季', en: 'Quarter' },
        year: { zh: '年', en: 'Year' },
      },
    }),
    active: boolean({
      label: { zh: '启用', en: 'In force' },
      help: {
        zh: '期间结束后的夜间，为该角色的每个人生成考核',
        en: 'Appraisals are prepared for everybody of the role in the night after a period',
      },
      default: true,
    }),
    accuracyWeight: weight(30),
    accuracySixty: mark('准确率 60 分（%）', 'Accuracy worth 60, in %', 80),
    accuracyHundred: mark('准确率 100 分（%）', 'Accuracy worth 100, in %', 98),
    completenessWeight: weight(20),
    completenessSixty: mark('完整度 60 分（%）', 'Completeness worth 60, in %', 70),
    completenessHundred: mark('完整度 100 分（%）', 'Completeness worth 100, in %', 95),
    timelinessWeight: weight(20),
    timelinessSixty: mark('按期率 60 分（%）', 'Timeliness worth 60, in %', 70),
    timelinessHundred: mark('按期率 100 分（%）', 'Timeliness worth 100, in %', 95),
    updatesWeight: weight(10),
    updatesSixty: mark('更新率 60 分（%）', 'Updates worth 60, in %', 60),
    updatesHundred: mark('更新率 100 分（%）', 'Updates worth 100, in %', 90),
    ageWeight: weight(0),
    ageSixty: mark('数据年龄 60 分（天）', 'Age of data worth 60, in days', 365),
    ageHundred: mark('数据年龄 100 分（天）', 'Age of data worth 100, in days', 90),
    managerWeight: weight(20),
    note: longText({ label: { zh: '说明', en: 'Note' } }),
  },
  views: {
    list: ['name', 'role', 'length', 'active', 'managerWeight'],
    form: {
      basics: {
        label: { zh: '考核方案', en: 'Appraisal scheme' },
        fields: ['name', 'role', 'length', 'active', 'note'],
      },
      accuracy: {
        label: { zh: '准确率', en: 'Accuracy' },
        fields: ['accuracyWeight', 'accuracySixty', 'accuracyHundred'],
      },
      completeness: {
        label: { zh: '完整度', en: 'Completeness' },
        fields: ['completenessWeight', 'completenessSixty', 'completenessHundred'],
      },
      timeliness: {
        label: { zh: '按期率', en: 'Timeliness' },
        fields: ['timelinessWeight', 'timelinessSixty', 'timelinessHundred'],
      },
      updates: {
        label: { zh: '更新率', en: 'Updates' },
        fields: ['updatesWeight', 'updatesSixty', 'updatesHundred'],
      },
      age: { label: { zh: '数据年龄', en: 'Age of data' }, fields: ['ageWeight', 'ageSixty', 'ageHundred'] },
      manager: { label: { zh: '上级评分', en: 'The manager’s part' }, fields: ['managerWeight'] },
    },
  },
})

/** Everybody reads by what they are appraised; those who look after the house set it. */
export const appraisalSchemePolicy = definitionPolicy(appraisalScheme)
