import { boolean, choices, json, references, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'
import { roleChoices } from './value-lists.ts'

/** A list as somebody likes to see it: filter, order and columns. */
export const savedView = defineObject({
  name: 'saved_view',
  label: { zh: '视图', en: 'Saved view' },
  icon: 'bookmark',
  title: 'name',
  custody: { type: 'shared' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 60, required: true }),
    object: text({ label: { zh: '对象', en: 'Object' }, max: 60, required: true, indexed: true }),
    owner: user({ label: { zh: '创建人', en: 'Owner' }, default: 'me', readOnly: true }),
    shared: boolean({ label: { zh: '共享', en: 'Shared' }, default: false }),
    defaultFor: choices({ label: { zh: '默认用于角色', en: 'Default for roles' }, choices: roleChoices }),
    defaultForOwn: references('role', {
      label: { zh: '默认用于自定义角色', en: 'Default for custom roles' },
    }),
    settings: json({ label: { zh: '设置', en: 'Settings' } }),
  },
  views: {
    list: ['name', 'object', 'owner', 'shared'],
    form: {
      basics: {
        label: { zh: '视图', en: 'View' },
        fields: ['name', 'object', 'shared', 'defaultFor', 'defaultForOwn', 'settings'],
      },
    },
  },
})

/** Private until shared, also from the head. */
export const savedViewPolicy = definePolicy(savedView, 'personal', {
  read: (actor) => ({ or: [{ shared: true }, { owner: actor.id ?? '' }] }),
  update: (actor) => ({ owner: actor.id ?? '' }),
  delete: (actor) => ({ owner: actor.id ?? '' }),
  export: () => false,
  import: () => false,
})
