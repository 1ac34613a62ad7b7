import { boolean, choice, choices, longText, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy, standardObjects } from '#objects'

const standardRoles = (standardObjects.roles ?? []).filter((role) => role.class === 'business')

/** For what customers' data may be used, on which legal ground, and what customers are told of it. */
export const purpose = defineObject({
  name: 'purpose',
  label: { zh: '使用目的', en: 'Purpose of use' },
  icon: 'scale',
  title: 'nameZh',
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
    notice: longText({ label: { zh: '告知内容', en: 'Notice' } }),
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
    list: ['code', 'nameZh', 'nameEn', 'basis', 'active'],
    form: {
      basics: {
        label: { zh: '使用目的', en: 'Purpose of use' },
        fields: ['code', 'nameZh', 'nameEn', 'basis', 'notice', 'defaultFor', 'active'],
      },
    },
  },
})

export const purposePolicy = definitionPolicy(purpose)
