import { date, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** Whose suggestion was adopted, for all who work here to see. */
export const credit = defineObject({
  name: 'credit',
  label: { zh: '采纳表彰', en: 'Credit' },
  icon: 'gift',
  title: 'reason',
  formless: true,
  custody: { type: 'shared' },
  fields: {
    reason: text({ label: { zh: '建议', en: 'Suggestion' }, max: 120, required: true, readOnly: true, search: 'A' }),
    person: user({ label: { zh: '提出人', en: 'From' }, required: true, readOnly: true, indexed: true }),
    day: date({ label: { zh: '采纳日期', en: 'Adopted on' }, required: true, readOnly: true, indexed: true }),
  },
  views: {
    list: ['reason', 'person', 'day'],
    form: { basics: { label: { zh: '采纳表彰', en: 'Credit' }, fields: ['reason', 'person', 'day'] } },
  },
})

const never = (): boolean => false

/** Given by the adoption itself. */
export const creditPolicy = definePolicy(credit, 'reference', {
  create: never,
  update: never,
  delete: never,
  import: never,
})
