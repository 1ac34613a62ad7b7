import type { Actor, Duty, Fields, ObjectDefinition, Policy, Reach } from '#kernel'
import { definePolicy, duties } from '#kernel'

/**
 * The three roles of the first house. Which records a role reaches is decided by its keys (head: all, manager: unit and below,
 * clerk: own and as collaborator); what it may do with an object stands in the policies.
 */
const roles = ['head', 'manager', 'clerk'] as const
export type Role = (typeof roles)[number]

/** How far a role's keys reach. */
export function reachOf(role: string): Reach {
  if (role === 'head') return 'all'
  return role === 'manager' ? 'units' : 'own'
}

/** What a role may do beside records. */
export function dutiesOf(role: string): readonly Duty[] {
  return role === 'head' ? duties : []
}

export const staff = (actor: Actor): boolean => (roles as readonly string[]).includes(actor.role)
export const leads = (actor: Actor): boolean => actor.role === 'head' || actor.role === 'manager'
export const head = (actor: Actor): boolean => actor.role === 'head'

/** Everything that stands on a customer's file follows the file. */
export function filePolicy<F extends Fields>(object: ObjectDefinition<F>): Policy {
  return definePolicy(object, {
    read: staff,
    create: staff,
    update: staff,
    delete: staff,
    export: leads,
    import: leads,
  })
}

/** Reference data: everybody reads it, those who lead keep it. */
export function referencePolicy<F extends Fields>(object: ObjectDefinition<F>): Policy {
  return definePolicy(object, {
    read: staff,
    create: leads,
    update: leads,
    delete: leads,
    export: leads,
    import: leads,
  })
}
