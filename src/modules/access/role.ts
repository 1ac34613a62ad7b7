import { boolean, choice, choices, json, number, reference, references, text } from '#field-types'
import { defineObject, definePolicy } from '#kernel'
import { levels } from '#objects'

/** A role of the company's own: rights on objects with their scope, rights on fields, duties. */
export const role = defineObject({
  name: 'role',
  label: { zh: '角色', en: 'Role' },
  icon: 'shield',
  title: 'nameZh',
  titleIn: { en: 'nameEn' },
  settings: 'roles',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    nameZh: text({ label: { zh: '中文名称', en: 'Chinese name' }, max: 60, required: true, search: 'A' }),
    nameEn: text({ label: { zh: '英文名称', en: 'English name' }, max: 60, required: true, search: 'A' }),
    description: text({ label: { zh: '说明', en: 'Description' }, max: 500 }),
    active: boolean({ label: { zh: '启用', en: 'Enabled' }, default: true }),
    clearance: choice({
      label: { zh: '可见密级', en: 'Clearance' },
      help: {
        zh: '“机密”只能在一段时间内授予：每次分配须有结束时间，至多 12 个月',
        en: '“Confidential” is given for a time: each assignment has an end, 12 months away at most',
      },
      choices: levels,
      default: '1',
    }),
    plain: choice({
      label: { zh: '明文密级', en: 'Plain level' },
      help: { zh: '不高于此密级的字段直接显示，其余脱敏', en: 'Fields up to this level are shown; others are masked' },
      choices: levels,
      default: '1',
    }),
    duties: choices({
      label: { zh: '职责', en: 'Duties' },
      choices: {
        trail: { zh: '查看访问日志', en: 'Read the access log' },
        keys: { zh: '管理密钥', en: 'Keep the keys' },
        roles: { zh: '管理权限', en: 'Say who may what' },
        appoint: { zh: '任命管理人员', en: 'Name officers' },
        accounts: { zh: '管理账号', en: 'Manage accounts' },
        settings: { zh: '管理设置', en: 'Change settings' },
        backup: { zh: '备份与恢复', en: 'Back up and restore' },
        exports: { zh: '审批导出', en: 'Sign exports' },
      },
    }),
    purposes: references('purpose', { label: { zh: '使用目的', en: 'Purposes of use' } }),
    defaultPurpose: reference('purpose', {
      label: { zh: '默认目的', en: 'Default purpose' },
      help: {
        zh: '未指明使用目的时以此为准，须为上面的目的之一，且不以个人同意为基础',
        en: 'Stands where none is named: one of the purposes above, not resting on consent',
      },
    }),
    readLimit: number({
      label: { zh: '每天可读客户数', en: 'Customers read in a day' },
      help: {
        zh: '十分钟内为其四成，三十天内为其四倍；不填则由其他角色决定，都不填为 5000',
        en: 'Two fifths of it within ten minutes, four times as many in thirty days; empty: other roles decide, and 5,000 where none does',
      },
      integer: true,
      min: 1,
      max: 1_000_000,
    }),
    grants: json({
      label: { zh: '对象权限', en: 'Rights on objects' },
      help: {
        zh: '[{"objects": ["customer"], "rights": ["read"], "scope": "own|unit|below|chosen|pool|all", "units": [], "deny": false}]',
        en: '[{"objects": ["customer"], "rights": ["read"], "scope": "own|unit|below|chosen|pool|all", "units": [], "deny": false}]',
      },
    }),
    fieldRights: json({
      label: { zh: '字段权限', en: 'Rights on fields' },
      help: {
        zh: '[{"object": "customer", "field": "phone", "access": "edit|read|masked|hidden"}]',
        en: '[{"object": "customer", "field": "phone", "access": "edit|read|masked|hidden"}]',
      },
    }),
  },
  views: {
    list: ['nameZh', 'nameEn', 'clearance', 'plain', 'duties', 'active'],
    form: {
      basics: {
        label: { zh: '角色', en: 'Role' },
        fields: [
          'nameZh',
          'nameEn',
          'description',
          'clearance',
          'plain',
          'duties',
          'purposes',
          'defaultPurpose',
          'readLimit',
          'active',
        ],
      },
      rights: { label: { zh: '权限', en: 'Rights' }, fields: ['grants', 'fieldRights'] },
    },
  },
})

const never = (): boolean => false

/** Read by all who work here; written by whoever has the duty, see `guardRoles`. */
export const rolePolicy = definePolicy(role, 'roles', { export: never, import: never })
