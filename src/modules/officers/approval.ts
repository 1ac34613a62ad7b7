import type { Approval, Context, PendingChange, Values } from '#kernel'

/** Whoever keeps the rights, or may appoint. */
export const keepers = ['roles', 'appoint'] as const

/** Rights change by two people in three-officer mode, neither of whom is in `getters`; before it by one, marked so in the trail. */
export function approvalOfRights(ctx: Context, getters: readonly string[] = []): Approval {
  return ctx.kernel.settings.threeOfficers ? { duties: keepers, except: getters } : 'alone'
}

/** Fields of a person by which the own reach grows or shrinks, and those that say who comes in as them: links go to the address. */
const rightsOfPerson = ['role', 'clearance', 'unit', 'validUntil', 'login', 'email']

/** A new colleague, and what changes a colleague's rights. Shutting somebody out waits for nobody. */
export function approvalOfPerson(
  ctx: Context,
  { operation, id, before, after, fields }: PendingChange,
): Approval | null {
  if (operation === 'delete') return null
  if (operation !== 'update') return approvalOfRights(ctx, [id])
  const reactivated = fields.includes('active') && before?.active === false && after?.active !== false
  return reactivated || fields.some((field) => rightsOfPerson.includes(field)) ? approvalOfRights(ctx, [id]) : null
}

/** Units are reached through those above them. */
export function approvalOfUnit(ctx: Context, { operation, fields }: PendingChange): Approval | null {
  if (operation === 'update') return fields.includes('parent') ? approvalOfRights(ctx) : null
  return operation === 'restore' ? approvalOfRights(ctx) : null
}

/**
 * The level of a customer is lowered by two: somebody agrees who keeps the rights and sees the file. Before three-officer mode, they do it
 * alone themselves. Officers see no file: in that mode a head without a second one is told so, and no request waits for nobody.
 */
export function approvalOfLevel(ctx: Context, { before, after }: PendingChange): Approval | null {
  if (levelIn(after) >= levelIn(before)) return null
  // Asked again by the system, a change that waits goes on waiting; programs decide on nothing.
  const inPerson = !ctx.systemReason && ctx.actor.token === null
  const keeps = inPerson && keepers.some((duty) => ctx.actor.duties.includes(duty))
  const { threeOfficers } = ctx.kernel.settings
  return keeps && !threeOfficers ? 'alone' : { duties: keepers, signable: threeOfficers }
}

function levelIn(values: Values | null): number {
  return Number(values?.level ?? 1)
}

/** Nobody alone turns the mode off. Turning it on is the head's. */
export function approvalOfMode(ctx: Context, { before, fields }: PendingChange): Approval | null {
  return fields.includes('threeOfficers') && before?.threeOfficers === true ? approvalOfRights(ctx) : null
}
