import { boolean, choice, choices, longText, number, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy, standardObjects } from '#objects'

const standardRoles = standardObjects.flatMap(({ roles = [] }) => roles).filter((role) => role.class === 'business')

/** For what customers' data may be used, on which legal ground, and what customers are told of it. */
export const purpose = defineObject({
  name: 'purpose',
  label: { zh: '使用目的', en: 'Purpose of use' },
  icon: 'scale',
  title: 'nameZh',
  titleIn: { en: 'nameEn' },
  settings: 'roles',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    code: text({ label: { zh: '代码', en: 'Code' }, max: 40, required: true, unique: true }),
    nameZh: text({ label: { zh: '中文名称', en: 'Chinese name' }, max: 60, required: true, search: 'A' }),
    nameEn: text({ label: { zh: '英文名称', en: 'English name' }, max: 60, required: true, search: 'A' }),
    basis: choice({
      label: { zh: '合法性基础', en: 'Legal basis' },
      required: true,
      default: 'contract',
      choices: {
        consent: { zh: '个人同意', en: 'Consent' },
        contract: { zh: '订立、履行合同', en: 'Contract' },
        statutory: { zh: '法定职责或义务', en: 'Statutory duty' },
        public: { zh: '已公开信息', en: 'Public information' },
      },
    }),
    noticeZh: longText({
      label: { zh: '告知内容（中文）', en: 'Notice in Chinese' },
      help: {
        zh: '告知客户的全文，登记同意时自动带入；改动后即为新版本，已给出的同意保留原版本',
        en: 'What customers are told, word for word; a consent takes it over. A change makes a new version, and consents keep theirs',
      },
    }),
    noticeEn: longText({
      label: { zh: '告知内容（英文）', en: 'Notice in English' },
      help: {
        zh: '只写一种语言的，告知客户时即用该语言；两种语言同属一个版本，改动任一种即为新版本',
        en: 'With one language alone, that is what customers are told. Both are of one version: a change of either makes a new one',
      },
    }),
    noticeVersion: number({ label: { zh: '告知书版本', en: 'Version of the notice' }, integer: true, readOnly: true }),
    oldestNotice: number({
      label: { zh: '仍有效的最早版本', en: 'Oldest version that counts' },
      help: {
        zh: '对更早版本的同意不再有效，须重新征得同意；不填则各版本都有效',
        en: 'Consents to an earlier version no longer count and are asked for anew; empty: all count',
      },
      integer: true,
      min: 1,
    }),
    defaultFor: choices({
      label: { zh: '标准角色的默认目的', en: 'Default of standard roles' },
      help: {
        zh: '这些角色的人未指明使用目的时以此为准；自定义角色在角色中设置。以个人同意为基础的目的不能作默认',
        en: 'Stands where people with these roles name none; other roles say it themselves. Never one that rests on consent',
      },
      choices: Object.fromEntries(standardRoles.map(({ code, label }) => [code, label])),
    }),
    active: boolean({ label: { zh: '启用', en: 'Enabled' }, default: true }),
  },
  views: {
    list: ['code', 'nameZh', 'nameEn', 'basis', 'noticeVersion', 'active'],
    form: {
      basics: {
        label: { zh: '使用目的', en: 'Purpose of use' },
        fields: [
          'code',
          'nameZh',
          'nameEn',
          'basis',
          'noticeZh',
          'noticeEn',
          'noticeVersion',
          'oldestNotice',
          'defaultFor',
          'active',
        ],
      },
    },
  },
})

export const purposePolicy = definitionPolicy(purpose)
