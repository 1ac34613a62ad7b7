import type { Operation } from '#shared/wire'
import type { Actor } from '../access/actor.ts'
import type { ObjectDefinition } from './define-object.ts'
import type { Fields, FilterOf } from './field.ts'

/** `true`, `false`, or a filter that becomes part of WHERE: only records that meet it. */
type Rule<F extends Fields> = (actor: Actor) => boolean | FilterOf<F>

export type Rules<F extends Fields> = { readonly [O in Operation]?: Rule<F> }

export type Policy = { object: string; rules: Rules<Fields> }

/** Rights on an object by operation; what is not named is denied. The holder's keys narrow every rule further. */
export function definePolicy<F extends Fields>(object: ObjectDefinition<F>, rules: Rules<F>): Policy {
  // A filter of F's own fields is a filter of fields; only the direction of the compiler's check differs.
  return { object: object.name, rules: rules as unknown as Rules<Fields> }
}
