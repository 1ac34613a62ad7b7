import type { ChoiceSettings } from '#field-types'

/** Standard value lists; a company adds to them and renames in settings. */
export const customerTypes = {
  company: { zh: '企业', en: 'Company', colour: 'blue' },
  person: { zh: '个人', en: 'Person', colour: 'violet' },
} as const satisfies Record<string, ChoiceSettings>

/** With the level that a customer of the tier gets where nobody gives one. */
export const tiers = {
  vip: { zh: '重要客户', en: 'VIP', colour: 'amber', level: '2' },
  ordinary: { zh: '普通客户', en: 'Ordinary', colour: 'blue', level: '1' },
  potential: { zh: '潜在客户', en: 'Potential', colour: 'grey', level: '1' },
} as const satisfies Record<string, ChoiceSettings>

/** Confidentiality: the higher, the fewer may see it. */
export const levels = {
  '1': { zh: '一般', en: 'General', colour: 'grey' },
  '2': { zh: '重要', en: 'Important', colour: 'amber' },
  '3': { zh: '机密', en: 'Confidential', colour: 'red' },
} as const satisfies Record<string, ChoiceSettings>

export const stages = {
  prospect: { zh: '潜在', en: 'Prospect', colour: 'grey' },
  first: { zh: '首次购买', en: 'First purchase', colour: 'blue' },
  repeat: { zh: '重复购买', en: 'Repeat', colour: 'violet' },
  loyal: { zh: '忠诚', en: 'Loyal', colour: 'green' },
  dormant: { zh: '沉睡', en: 'Dormant', colour: 'amber' },
  lost: { zh: '流失', en: 'Lost', colour: 'red' },
} as const satisfies Record<string, ChoiceSettings>

export const customerStatuses = {
  active: { zh: '正常', en: 'Active', colour: 'green' },
  paused: { zh: '暂停往来', en: 'Paused', colour: 'amber' },
  closed: { zh: '已终止', en: 'Closed', colour: 'grey' },
} as const satisfies Record<string, ChoiceSettings>

export const sources = {
  promotion: { zh: '促销', en: 'Promotion' },
  search: { zh: '搜索引擎', en: 'Search engine' },
  advertisement: { zh: '广告', en: 'Advertisement' },
  referral: { zh: '转介绍', en: 'Referral' },
  online_registration: { zh: '线上注册', en: 'Online registration' },
  online_inquiry: { zh: '线上询价', en: 'Online inquiry' },
  appointment: { zh: '预约上门', en: 'Appointment' },
  cold_visit: { zh: '陌拜', en: 'Cold visit' },
  phone_inquiry: { zh: '电话咨询', en: 'Phone inquiry' },
  mail_inquiry: { zh: '邮件咨询', en: 'Email inquiry' },
  exhibition: { zh: '展会', en: 'Exhibition' },
  customer_introduction: { zh: '老客户介绍', en: 'Introduced by a customer' },
  import: { zh: '导入', en: 'Import' },
} as const satisfies Record<string, ChoiceSettings>

export const sizes = {
  micro: { zh: '微型', en: 'Micro' },
  small: { zh: '小型', en: 'Small' },
  medium: { zh: '中型', en: 'Medium' },
  large: { zh: '大型', en: 'Large' },
} as const satisfies Record<string, ChoiceSettings>

export const genders = {
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
} as const satisfies Record<string, ChoiceSettings>

export const contactMethods = {
  phone: { zh: '电话', en: 'Phone', colour: 'blue' },
  email: { zh: '邮件', en: 'Email', colour: 'violet' },
  meeting: { zh: '面谈', en: 'Meeting', colour: 'green' },
  wechat: { zh: '微信/企业微信', en: 'WeChat', colour: 'green' },
  sms: { zh: '短信', en: 'Text message', colour: 'grey' },
  online_meeting: { zh: '在线会议', en: 'Online meeting', colour: 'blue' },
  other: { zh: '其他', en: 'Other', colour: 'grey' },
} as const satisfies Record<string, ChoiceSettings>

/** Sections of GB/T 4754-2017, by their letters. */
export const industries = {
  A: { zh: '农、林、牧、渔业', en: 'Agriculture, forestry, animal husbandry and fishery' },
  B: { zh: '采矿业', en: 'Mining' },
  C: { zh: '制造业', en: 'Manufacturing' },
  D: { zh: '电力、热力、燃气及水生产和供应业', en: 'Electricity, heat, gas and water supply' },
  E: { zh: '建筑业', en: 'Construction' },
  F: { zh: '批发和零售业', en: 'Wholesale and retail' },
  G: { zh: '交通运输、仓储和邮政业', en: 'Transport, storage and post' },
  H: { zh: '住宿和餐饮业', en: 'Accommodation and catering' },
  I: { zh: '信息传输、软件和信息技术服务业', en: 'Information, software and IT services' },
  J: { zh: '金融业', en: 'Finance' },
  K: { zh: '房地产业', en: 'Real estate' },
  L: { zh: '租赁和商务服务业', en: 'Leasing and business services' },
  M: { zh: '科学研究和技术服务业', en: 'Research and technical services' },
  N: { zh: '水利、环境和公共设施管理业', en: 'Water, environment and public facilities' },
  O: { zh: '居民服务、修理和其他服务业', en: 'Resident, repair and other services' },
  P: { zh: '教育', en: 'Education' },
  Q: { zh: '卫生和社会工作', en: 'Health and social work' },
  R: { zh: '文化、体育和娱乐业', en: 'Culture, sports and entertainment' },
  S: { zh: '公共管理、社会保障和社会组织', en: 'Public administration and social organisations' },
  T: { zh: '国际组织', en: 'International organisations' },
} as const satisfies Record<string, ChoiceSettings>

/** Those that come with the product, see `roles.ts`. */
export const roleChoices = {
  head: { zh: '负责人', en: 'Company head', colour: 'amber' },
  manager: { zh: '经理', en: 'Manager', colour: 'blue' },
  clerk: { zh: '业务员', en: 'Clerk', colour: 'grey' },
  system_admin: { zh: '系统管理员', en: 'System administrator', colour: 'violet' },
  security_officer: { zh: '安全管理员', en: 'Security officer', colour: 'red' },
  auditor: { zh: '审计员', en: 'Auditor', colour: 'green' },
} as const satisfies Record<string, ChoiceSettings>

/** What can be proposed instead of done. */
export const proposedOperations = {
  create: { zh: '新建', en: 'Create' },
  update: { zh: '修改', en: 'Change' },
  delete: { zh: '删除', en: 'Delete' },
  restore: { zh: '恢复', en: 'Restore' },
} as const
