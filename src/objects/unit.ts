import { text, unit as unitField, user } from '#field-types'
import { defineObject } from '#kernel'
import { housePolicy } from './rights.ts'

/** A department; units form a tree. */
export const unit = defineObject({
  name: 'unit',
  label: { zh: '部门', en: 'Unit' },
  icon: 'network',
  title: 'name',
  navigation: true,
  principal: { kind: 'unit', parent: 'parent', manager: 'manager' },
  custody: { type: 'shared' },
  fields: {
    name: text({ label: { zh: '部门名称', en: 'Name' }, max: 80, required: true, search: 'A' }),
    parent: unitField({ label: { zh: '上级部门', en: 'Parent unit' }, indexed: true }),
    manager: user({ label: { zh: '部门负责人', en: 'Manager' } }),
  },
  views: {
    list: ['name', 'parent', 'manager'],
    form: { basics: { label: { zh: '部门', en: 'Unit' }, fields: ['name', 'parent', 'manager'] } },
  },
})

export const unitPolicy = housePolicy(unit)
