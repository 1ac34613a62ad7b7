import { date, number, unit, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** How complete somebody's files were on a day: written each night, so that a trend can be seen. */
export const completenessScore = defineObject({
  name: 'completeness_score',
  label: { zh: '完整度记录', en: 'Completeness score' },
  icon: 'gauge',
  title: 'day',
  formless: true,
  custody: { type: 'own', owner: 'owner', unit: 'unit' },
  fields: {
    day: date({ label: { zh: '日期', en: 'Day' }, required: true, readOnly: true, indexed: true }),
    owner: user({ label: { zh: '负责人', en: 'Owner' }, readOnly: true, indexed: true }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' }, readOnly: true }),
    files: number({ label: { zh: '档案数', en: 'Files' }, integer: true, readOnly: true }),
    complete: number({ label: { zh: '完整档案', en: 'Complete files' }, integer: true, readOnly: true }),
    open: number({ label: { zh: '待补全档案', en: 'Files to complete' }, integer: true, readOnly: true }),
    share: number({ label: { zh: '完整度（%）', en: 'Complete, in %' }, readOnly: true }),
  },
  indexes: [['owner', 'day']],
  views: {
    list: ['day', 'owner', 'unit', 'files', 'complete', 'open', 'share'],
    form: {
      basics: {
        label: { zh: '完整度', en: 'Completeness' },
        fields: ['day', 'owner', 'unit', 'files', 'complete', 'open', 'share'],
      },
    },
  },
})

const never = (): boolean => false

/** Counted by the house alone: nobody makes their own figures look better. */
export const completenessScorePolicy = definePolicy(completenessScore, 'work', {
  create: never,
  update: never,
  delete: never,
  import: never,
})
