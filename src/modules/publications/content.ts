import { boolean, choice, choices, date, json, longText, reference, references, text } from '#field-types'
import { roleChoices, stages } from '#objects'

/** What a publication says, to whom and for how long; its versions keep the same as it was published. */
export const contentFields = {
  kind: choice({
    label: { zh: '类型', en: 'Kind' },
    required: true,
    default: 'announcement',
    indexed: true,
    choices: {
      announcement: { zh: '公告', en: 'Announcement', colour: 'blue' },
      policy: { zh: '规章制度', en: 'Policy', colour: 'red' },
      procedure: { zh: '操作规程', en: 'Procedure (SOP)', colour: 'violet' },
      duties: { zh: '岗位职责', en: 'Post duties', colour: 'grey' },
      article: { zh: '经验文章', en: 'Article', colour: 'green' },
      example: { zh: '案例', en: 'Case study', colour: 'amber' },
    },
  }),
  title: text({ label: { zh: '标题', en: 'Title' }, max: 120, required: true, search: 'A' }),
  body: longText({
    label: { zh: '正文', en: 'Text' },
    help: {
      zh: '可用 Markdown：# 标题、- 列表、**加粗**',
      en: 'Markdown works: # heading, - list, **bold**',
    },
    required: true,
    search: 'B',
  }),
  penalty: longText({ label: { zh: '违规处理', en: 'Penalty' }, max: 2_000 }),
  roles: choices({
    label: { zh: '面向角色', en: 'For roles' },
    help: { zh: '角色和部门都不选 = 全体人员', en: 'Neither roles nor units: for everybody' },
    choices: roleChoices,
  }),
  ownRoles: references('role', { label: { zh: '面向自定义角色', en: 'For roles of our own' } }),
  units: references('unit', {
    label: { zh: '面向部门', en: 'For units' },
    help: { zh: '包括其下级部门', en: 'With the units below them' },
  }),
  mustRead: boolean({
    label: { zh: '须确认已读', en: 'Must be read' },
    help: {
      zh: '每位对象都要亲自确认；未确认的会收到提醒',
      en: 'Each of its readers confirms it; the others are reminded',
    },
    default: false,
  }),
  pinned: boolean({ label: { zh: '置顶', en: 'Pinned' }, default: false }),
  from: date({ label: { zh: '生效日期', en: 'In force from' }, default: 'today', planned: true }),
  until: date({ label: { zh: '失效日期', en: 'In force until' }, planned: true }),
  governs: choice({
    label: { zh: '适用于', en: 'Governs' },
    help: { zh: '操作规程：从此类资料的表单打开', en: 'A procedure opens from the form of these records' },
    indexed: true,
    choices: {
      customer: { zh: '客户', en: 'Customers' },
      contact: { zh: '联系人', en: 'Contacts' },
      follow_up: { zh: '跟进记录', en: 'Follow-ups' },
      purchase: { zh: '购买记录', en: 'Purchases' },
      attachment: { zh: '附件', en: 'Attachments' },
      consent: { zh: '同意记录', en: 'Consents' },
      export: { zh: '导出', en: 'Exports' },
      task: { zh: '任务', en: 'Tasks' },
      need: { zh: '需求', en: 'Needs' },
      preference: { zh: '偏好', en: 'Preferences' },
      address: { zh: '地址', en: 'Addresses' },
      disclosure: { zh: '对外提供', en: 'Disclosures' },
    },
  }),
  governsOwn: reference('custom_object', {
    label: { zh: '适用于自定义对象', en: 'Governs an object of our own' },
    help: { zh: '选择后代替“适用于”', en: 'Where one is chosen, it stands instead of “Governs”' },
  }),
  act: choice({
    label: { zh: '环节', en: 'Act' },
    choices: {
      collect: { zh: '收集', en: 'Collect' },
      enter: { zh: '录入', en: 'Enter' },
      store: { zh: '存储', en: 'Store' },
      update: { zh: '更新', en: 'Update' },
      destroy: { zh: '销毁', en: 'Destroy' },
      reception: { zh: '接待', en: 'Reception' },
      call_back: { zh: '回访', en: 'Call-back' },
    },
  }),
  stages: choices({
    label: { zh: '适用阶段', en: 'For stages' },
    help: { zh: '客户的生命周期阶段；不选 = 所有阶段', en: 'Of the customer’s lifecycle; none chosen: all of them' },
    choices: stages,
  }),
  starts: choice({
    label: { zh: '办理开始于', en: 'A case starts' },
    default: 'hand',
    choices: {
      hand: { zh: '由人发起', en: 'By hand' },
      created: { zh: '新建客户时', en: 'With a new customer' },
      stage: { zh: '客户进入适用阶段时', en: 'As a customer enters one of its stages' },
    },
  }),
  steps: json({ label: { zh: '步骤', en: 'Steps' } }),
} as const

/** Names of these fields, in the order in which they are read. */
export const contentNames = Object.keys(contentFields) as readonly (keyof typeof contentFields)[]
