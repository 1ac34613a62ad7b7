import { boolean, json, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** Charts that somebody looks at together. Each is read by who looks at it: a shared one shows nobody what they may not see. */
export const dashboard = defineObject({
  name: 'dashboard',
  label: { zh: '仪表盘', en: 'Dashboard' },
  icon: 'layout-dashboard',
  title: 'name',
  custody: { type: 'shared' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 60, required: true }),
    owner: user({ label: { zh: '创建人', en: 'Owner' }, default: 'me', readOnly: true }),
    shared: boolean({ label: { zh: '共享', en: 'Shared' }, default: false }),
    charts: json({ label: { zh: '图表', en: 'Charts' } }),
  },
  views: {
    list: ['name', 'owner', 'shared'],
    form: { basics: { label: { zh: '仪表盘', en: 'Dashboard' }, fields: ['name', 'shared', 'charts'] } },
  },
})

/** Private until shared, also from the head. */
export const dashboardPolicy = definePolicy(dashboard, 'personal', {
  read: (actor) => ({ or: [{ shared: true }, { owner: actor.id ?? '' }] }),
  update: (actor) => ({ owner: actor.id ?? '' }),
  delete: (actor) => ({ owner: actor.id ?? '' }),
  export: () => false,
  import: () => false,
})
