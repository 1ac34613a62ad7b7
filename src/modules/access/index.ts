import { defineModule } from '#kernel'
import { consent, consentPolicy } from './consent.ts'
import { checkDefaultsOfPurpose } from './default-purposes.ts'
import { delegation, delegationPolicy } from './delegation.ts'
import { askForSeparateConsent, disclosure, disclosurePolicy } from './disclosure.ts'
import { approvalOfAssignment, approvalOfRole, checkAssignment, checkRole } from './guard-roles.ts'
import { nameNotice, numberNotice } from './notices.ts'
import { purpose, purposePolicy } from './purpose.ts'
import { readPurposes } from './read-purposes.ts'
import { readRoles } from './read-roles.ts'
import { role, rolePolicy } from './role.ts'
import { roleAssignment, roleAssignmentPolicy } from './role-assignment.ts'
import { makeStandardPurposes } from './standard-purposes.ts'
import { teamMember, teamMemberPolicy } from './team-member.ts'
import { keepWhatWasGiven } from './withdrawal.ts'

/** Who may what, beyond the roles that the product brings: own roles, teams, deputies, purposes, consent to them, and disclosures. */
export const access = defineModule({
  name: 'access',
  label: { zh: '权限', en: 'Access' },
  objects: [purpose, consent, disclosure, role, roleAssignment, teamMember, delegation],
  policies: [
    purposePolicy,
    consentPolicy,
    disclosurePolicy,
    rolePolicy,
    roleAssignmentPolicy,
    teamMemberPolicy,
    delegationPolicy,
  ],
  readRoles,
  readPurposes,
  begin: makeStandardPurposes,
  hooks: {
    consent: {
      prepare: (ctx, values, before) => {
        if (!before) nameNotice(ctx, values)
        keepWhatWasGiven(ctx, values, before)
      },
    },
    disclosure: { prepare: askForSeparateConsent },
    purpose: {
      prepare: async (ctx, values, before, { id }) => {
        numberNotice(values, before)
        await checkDefaultsOfPurpose(ctx, values, id)
      },
    },
    role: { prepare: checkRole, approval: approvalOfRole },
    role_assignment: { prepare: checkAssignment, approval: approvalOfAssignment },
  },
})

export { endlessClearances } from './clearance-for-a-time.ts'
export { askForSeparateConsent, disclosure, meansOfPassing, separateConsents } from './disclosure.ts'
export { checkPersonsRights } from './guard-roles.ts'
export { roleCatalogue } from './role-catalogue.ts'
