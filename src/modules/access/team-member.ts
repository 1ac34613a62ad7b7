import { choice, dateTime, reference, text, unit, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** Somebody, or a whole unit, works on a customer's file beside its owner. */
export const teamMember = defineObject({
  name: 'team_member',
  label: { zh: '团队成员', en: 'Team member' },
  icon: 'users-round',
  title: 'grounds',
  settings: 'roles',
  principal: { kind: 'share', grantees: ['user', 'unit'], access: 'access', from: 'from', until: 'until' },
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    user: user({ label: { zh: '成员', en: 'Member' } }),
    unit: unit({ label: { zh: '部门', en: 'Unit' } }),
    access: choice({
      label: { zh: '权限', en: 'Access' },
      default: 'read',
      required: true,
      choices: {
        read: { zh: '查看', en: 'Read', colour: 'grey' },
        work: { zh: '跟进', en: 'Work on it', colour: 'blue' },
        all: { zh: '全部', en: 'All', colour: 'amber' },
      },
    }),
    from: dateTime({ label: { zh: '开始时间', en: 'From' } }),
    until: dateTime({ label: { zh: '结束时间', en: 'Until' } }),
    grounds: text({ label: { zh: '事由', en: 'Reason' }, max: 200 }),
  },
  views: {
    list: ['user', 'unit', 'access', 'from', 'until', 'grounds'],
    form: {
      basics: {
        label: { zh: '团队成员', en: 'Team member' },
        fields: ['customer', 'user', 'unit', 'access', 'from', 'until', 'grounds'],
      },
    },
  },
})

export const teamMemberPolicy = definePolicy(teamMember, 'parts')
