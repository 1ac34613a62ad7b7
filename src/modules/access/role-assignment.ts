import { dateTime, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** Somebody holds a role beside the own one, for good or for a time. */
export const roleAssignment = defineObject({
  name: 'role_assignment',
  label: { zh: '角色分配', en: 'Role assignment' },
  icon: 'user-check',
  title: 'grounds',
  settings: 'roles',
  principal: { kind: 'assignment', person: 'user', role: 'role', from: 'from', until: 'until' },
  custody: { type: 'shared' },
  fields: {
    user: user({ label: { zh: '用户', en: 'User' }, required: true, indexed: true }),
    role: reference('role', { label: { zh: '角色', en: 'Role' }, required: true }),
    from: dateTime({ label: { zh: '开始时间', en: 'From' } }),
    until: dateTime({
      label: { zh: '结束时间', en: 'Until' },
      help: {
        zh: '角色的可见密级为“机密”时必填，至多 12 个月后',
        en: 'Needed where the role’s clearance is “Confidential”: 12 months from now at most',
      },
    }),
    grounds: text({ label: { zh: '事由', en: 'Reason' }, max: 200, required: true }),
  },
  views: {
    list: ['user', 'role', 'from', 'until', 'grounds'],
    form: {
      basics: {
        label: { zh: '角色分配', en: 'Role assignment' },
        fields: ['user', 'role', 'from', 'until', 'grounds'],
      },
    },
  },
})

const never = (): boolean => false

export const roleAssignmentPolicy = definePolicy(roleAssignment, 'roles', { export: never, import: never })
