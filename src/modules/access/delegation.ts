import { dateTime, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** During an absence somebody stands in: what is the absent one's, the deputy reaches too. */
export const delegation = defineObject({
  name: 'delegation',
  label: { zh: '代理', en: 'Delegation' },
  icon: 'user-cog',
  title: 'grounds',
  settings: 'roles',
  principal: { kind: 'deputy', absent: 'absent', deputy: 'deputy', from: 'from', until: 'until' },
  custody: { type: 'shared' },
  fields: {
    absent: user({ label: { zh: '离岗人', en: 'Absent' }, required: true, default: 'me', indexed: true }),
    deputy: user({ label: { zh: '代理人', en: 'Deputy' }, required: true, indexed: true }),
    from: dateTime({ label: { zh: '开始时间', en: 'From' }, required: true, default: 'now' }),
    until: dateTime({ label: { zh: '结束时间', en: 'Until' }, required: true }),
    grounds: text({ label: { zh: '事由', en: 'Reason' }, max: 200, required: true }),
  },
  views: {
    list: ['absent', 'deputy', 'from', 'until', 'grounds'],
    form: {
      basics: { label: { zh: '代理', en: 'Delegation' }, fields: ['absent', 'deputy', 'from', 'until', 'grounds'] },
    },
  },
})

const never = (): boolean => false

/** Nobody gives away what is another's. */
export const delegationPolicy = definePolicy(delegation, 'personal', {
  create: (actor) => ({ absent: actor.id ?? '' }),
  update: (actor) => ({ absent: actor.id ?? '' }),
  delete: (actor) => ({ absent: actor.id ?? '' }),
  export: never,
  import: never,
})
