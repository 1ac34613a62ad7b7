import { birthday, boolean, choice, email, longText, personName, phone, reference, text } from '#field-types'
import { defineObject } from '#kernel'
import { partPolicy } from './rights.ts'
import { contactMethods, genders } from './value-lists.ts'

/** A person at a customer. */
export const contact = defineObject({
  name: 'contact',
  label: { zh: '联系人', en: 'Contact' },
  icon: 'contact',
  title: 'name',
  navigation: true,
  searchParent: true,
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    name: personName({
      label: { zh: '姓名', en: 'Name' },
      required: true,
      search: 'A',
      aliases: ['联系人', '联系人姓名', 'Contact Name', 'Contact'],
    }),
    title: text({ label: { zh: '职务', en: 'Title' }, max: 60, aliases: ['联系人职务', '职位', 'Contact Title'] }),
    department: text({
      label: { zh: '部门', en: 'Department' },
      max: 60,
      aliases: ['联系人部门', 'Contact Department'],
    }),
    phone: phone({
      label: { zh: '手机', en: 'Mobile' },
      search: 'B',
      aliases: ['联系人手机', '联系人电话', 'Contact Mobile', 'Contact Phone'],
    }),
    email: email({ label: { zh: '邮箱', en: 'Email' }, search: 'B', aliases: ['联系人邮箱', 'Contact Email'] }),
    wechat: text({ label: { zh: '微信号', en: 'WeChat' }, max: 60, level: 2, sealed: true, aliases: ['联系人微信'] }),
    gender: choice({ label: { zh: '性别', en: 'Gender' }, choices: genders }),
    birthday: birthday({ label: { zh: '出生日期', en: 'Date of birth' } }),
    primary: boolean({ label: { zh: '首要联系人', en: 'Primary' }, default: false }),
    decisionMaker: boolean({ label: { zh: '是否关键决策人', en: 'Decision maker' }, default: false }),
    preferredMethod: choice({ label: { zh: '联系偏好', en: 'Contact preference' }, choices: contactMethods }),
    remarks: longText({ label: { zh: '备注', en: 'Remarks' } }),
  },
  views: {
    list: ['name', 'customer', 'title', 'phone', 'email', 'primary', 'decisionMaker'],
    head: ['customer', 'title', 'primary'],
    form: {
      basics: {
        label: { zh: '基本信息', en: 'Basics' },
        fields: ['customer', 'name', 'title', 'department', 'primary', 'decisionMaker'],
      },
      reach: {
        label: { zh: '联系方式', en: 'Contact details' },
        fields: ['phone', 'email', 'wechat', 'preferredMethod'],
      },
      person: { label: { zh: '个人信息', en: 'Person' }, fields: ['gender', 'birthday', 'remarks'] },
    },
  },
})

export const contactPolicy = partPolicy(contact)
