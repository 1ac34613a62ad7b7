import { boolean, choice, dateTime, email, personName, phone, text, unit } from '#field-types'
import { defineObject } from '#kernel'
import { housePolicy } from './rights.ts'
import { levels, roleChoices } from './value-lists.ts'

/** A member of staff who can sign in. */
export const user = defineObject({
  name: 'user',
  label: { zh: '用户', en: 'User' },
  icon: 'users',
  title: 'name',
  navigation: true,
  principal: {
    kind: 'user',
    login: 'login',
    role: 'role',
    unit: 'unit',
    active: 'active',
    until: 'validUntil',
    language: 'language',
    clearance: 'clearance',
    top: 'head',
  },
  custody: { type: 'shared' },
  fields: {
    name: personName({ label: { zh: '姓名', en: 'Name' }, required: true, search: 'A' }),
    login: text({
      label: { zh: '账号', en: 'Login' },
      max: 60,
      required: true,
      search: 'B',
      indexed: true,
      unique: true,
    }),
    role: choice({
      label: { zh: '角色', en: 'Role' },
      required: true,
      default: 'clerk',
      choices: roleChoices,
    }),
    clearance: choice({
      label: { zh: '可见密级上限', en: 'Highest clearance' },
      help: { zh: '不填则由角色决定', en: 'Empty: the roles decide' },
      choices: levels,
    }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' }, indexed: true }),
    title: text({ label: { zh: '岗位', en: 'Position' }, max: 60 }),
    phone: phone({ label: { zh: '电话', en: 'Phone' } }),
    email: email({ label: { zh: '邮箱', en: 'Email' } }),
    language: choice({
      label: { zh: '语言', en: 'Language' },
      default: 'zh',
      choices: { zh: { zh: '中文', en: '中文' }, en: { zh: 'English', en: 'English' } },
    }),
    active: boolean({ label: { zh: '启用', en: 'Enabled' }, default: true }),
    validUntil: dateTime({ label: { zh: '有效期至', en: 'Valid until' } }),
  },
  views: {
    list: ['name', 'login', 'role', 'unit', 'title', 'active'],
    head: ['role', 'unit', 'active'],
    form: {
      basics: {
        label: { zh: '用户', en: 'User' },
        fields: [
          'name',
          'login',
          'role',
          'clearance',
          'unit',
          'title',
          'phone',
          'email',
          'language',
          'active',
          'validUntil',
        ],
      },
    },
  },
})

export const userPolicy = housePolicy(user)
