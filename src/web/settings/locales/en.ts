import type { Shape } from '../../locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  search: 'Find a setting',
  none: 'No setting matches',
  noneText: 'Try another word; settings that you may not open are not listed.',
  groups: {
    company: 'Company',
    rights: 'People and rights',
    signIn: 'Sign-in and mail',
    content: 'Content and structure',
    proof: 'Keys and log',
    more: 'More',
  },
  lines: {
    company: 'Name, language, time zone, currency, three-officer mode, exports without approval',
    unit: 'Units and what stands above them: who sees whose customers',
    user: 'Accounts of staff: role, clearance, unit; invite and deactivate',
    roles: 'Standard roles and your own: who may do what and sees which fields',
    role_assignment: 'Roles that somebody holds beside the main one, also for a time',
    team_member: 'Teams of customers: who helps with which',
    delegation: 'Who stands in during absences',
    purpose: 'What customers’ data is used for, on which ground, with which notice',
    emergency: 'Whether somebody may look beyond their rights, and who reviews it',
    signIn: 'Rules for passwords, roles that need a second factor, networks',
    sso: 'Sign in with the company’s own identities',
    mail: 'The server that sends, and what was sent of late',
    objects: 'Objects, fields, layouts of forms, what is required, rules for numbers',
    lists: 'Choices of fields: add, rename, retire, put in order',
    keys: 'Keys of encryption, their age and exchange, recovery sheets',
    audit: 'Who saw, changed and exported what, and when',
    log_report: 'Signed reports made from the access log',
    emergency_access: 'Every emergency access and how it was reviewed',
  },
}
