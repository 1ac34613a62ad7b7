import type { Operation } from '#shared/wire'
import type { Actor } from '../access/actor.ts'
import type { ObjectDefinition } from './define-object.ts'
import type { Fields, FilterOf } from './field.ts'

/** `false` forbids to everybody; a filter becomes part of WHERE: only records that meet it. */
type Limit<F extends Fields> = (actor: Actor) => boolean | FilterOf<F>

export type Limits<F extends Fields> = { readonly [O in Operation]?: Limit<F> }

/** The area by which roles name an object together with others of its sort, and what holds whatever the role. */
export type Policy = { object: string; area: string; limits: Limits<Fields> }

/** Places an object in an area of rights. Limits only take away: what no role grants stays denied. */
export function definePolicy<F extends Fields>(
  object: ObjectDefinition<F>,
  area: string,
  limits: Limits<F> = {},
): Policy {
  // A filter of F's own fields is a filter of fields; only the direction of the compiler's check differs.
  return { object: object.name, area, limits: limits as unknown as Limits<Fields> }
}
