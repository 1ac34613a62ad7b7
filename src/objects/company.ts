import { boolean, choice, choices, companyName, files, number, text } from '#field-types'
import { defineObject, definePolicy } from '#kernel'
import { completionFields } from './completion-fields.ts'

/** The company that keeps the files: one record, its settings. */
export const company = defineObject({
  name: 'company',
  label: { zh: '公司', en: 'Company' },
  icon: 'settings',
  title: 'name',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    name: companyName({ label: { zh: '公司名称', en: 'Company name' }, required: true }),
    language: choice({
      label: { zh: '默认语言', en: 'Default language' },
      default: 'zh',
      choices: { zh: { zh: '中文', en: '中文' }, en: { zh: 'English', en: 'English' } },
    }),
    timeZone: text({ label: { zh: '时区', en: 'Time zone' }, default: 'Asia/Shanghai', max: 60 }),
    currency: text({ label: { zh: '本位币', en: 'Currency' }, default: 'CNY', max: 3 }),
    areaCode: text({ label: { zh: '本地区号', en: 'Local area code' }, max: 4 }),
    threeOfficers: boolean({
      label: { zh: '三员模式', en: 'Three-officer mode' },
      help: {
        zh: '系统管理员、安全管理员、审计员分立；权限变更须两人完成；关闭也须两人',
        en: 'System administrator, security officer and auditor apart; rights change by two people, and so does turning it off',
      },
      default: false,
    }),
    exportBound: number({
      label: { zh: '免审批导出条数', en: 'Exports without approval' },
      help: {
        zh: '仅含一般信息且不超过此条数的导出无须审批；0 表示一律审批',
        en: 'Up to so many records of level 1 need no second person; 0: every export does',
      },
      min: 0,
      max: 250,
      integer: true,
      default: 250,
    }),
    workWeek: choices({
      label: { zh: '每周工作日', en: 'Working week' },
      default: ['mon', 'tue', 'wed', 'thu', 'fri'],
      choices: {
        mon: { zh: '周一', en: 'Mon' },
        tue: { zh: '周二', en: 'Tue' },
        wed: { zh: '周三', en: 'Wed' },
        thu: { zh: '周四', en: 'Thu' },
        fri: { zh: '周五', en: 'Fri' },
        sat: { zh: '周六', en: 'Sat' },
        sun: { zh: '周日', en: 'Sun' },
      },
    }),
    logo: files({
      label: { zh: '标志', en: 'Logo' },
      help: { zh: 'PNG、JPEG 或 WebP，最大 512 KB', en: 'PNG, JPEG or WebP, 512 KB at most' },
      max: 1,
    }),
    accent: text({
      label: { zh: '主色', en: 'Accent colour' },
      help: { zh: '如 #3457d5；深色模式自动调亮', en: 'Such as #3457d5; dark pages show a lighter one' },
      max: 7,
    }),
    signInText: text({ label: { zh: '登录页文字', en: 'Text of the sign-in page' }, max: 200 }),
    ...completionFields,
  },
  views: {
    list: ['name'],
    form: {
      basics: {
        label: { zh: '公司', en: 'Company' },
        fields: ['name', 'language', 'timeZone', 'currency', 'areaCode', 'threeOfficers', 'exportBound', 'workWeek'],
      },
      look: { label: { zh: '公司外观', en: 'Company look' }, fields: ['logo', 'accent', 'signInText'] },
      completion: {
        label: { zh: '补全与核实', en: 'Completing and verifying' },
        fields: [
          'completeDays',
          'completeRemind',
          'completeGrace',
          'completeAtOnce',
          'completeFarthest',
          'verifyAgeing',
        ],
      },
    },
  },
})

const never = (): boolean => false

/** One record, made at set-up and never taken away. */
export const companyPolicy = definePolicy(company, 'house', {
  create: never,
  delete: never,
  export: never,
  import: never,
})
