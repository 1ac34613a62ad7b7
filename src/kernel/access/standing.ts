import { type FieldAccess, type Operation, operations } from '#shared/wire'
import type { ObjectType } from '../object/object-type.ts'
import { everything, house, pool } from './actor.ts'
import { type Duty, duties } from './duties.ts'
import { usualReads } from './read-quota.ts'
import type { Grant, Level, Role, Scope } from './role.ts'

/** Internal numbers through which a person reaches records, by the ground on which they are held. */
export type PersonalKeys = {
  /** One's own, those of live shares with one, and of the absent whom one stands in for. */
  own: readonly number[]
  unit: readonly number[]
  below: readonly number[]
  /** Of a unit and those below it. */
  chosen(units: readonly string[]): readonly number[]
  /** The unit that one works in and those above it, by id. */
  units: readonly string[]
}

/** What a person's roles add up to at this moment. */
export type Standing = {
  roles: readonly string[]
  /** The unit that one works in and those above it, by id: whom something is for that names units. */
  units: readonly string[]
  /** All keys that any right reaches with: what row-level security lets through. */
  keys: readonly number[]
  clearance: Level
  plain: Level
  duties: readonly Duty[]
  purposes: 'all' | readonly string[]
  /** Code of the purpose that stands where a request names none: the own role's, else that of the first further role that has one. */
  defaultPurpose: string | null
  /** Different files that may be read in a day; null = no bound. The most generous role counts. */
  readLimit: number | null
  /** Keys with which the right is held on records of the type; null = not held. */
  reach(type: ObjectType, right: Operation): readonly number[] | null
  /** What a role says of a field; the strictest of several; undefined = nothing. */
  fieldRule(type: ObjectType, field: string): FieldAccess | undefined
}

const strictest: readonly FieldAccess[] = ['hidden', 'masked', 'read', 'edit']

export function standingOf(
  roles: readonly Role[],
  personal: PersonalKeys,
  { types, cap = 3 }: { types: Iterable<ObjectType>; cap?: Level },
): Standing {
  const grants = roles.flatMap((role) => role.grants)
  const keysOf = (given: readonly Grant[]): readonly number[] =>
    widest(given.flatMap(({ scope, units = [] }) => keysOfScope(scope, units, personal)))
  const naming = remember((type: ObjectType) => grants.filter((grant) => names(grant, type)))
  const givenOn = (type: ObjectType, right: Operation): readonly Grant[] => {
    const named = naming(type).filter(({ rights }) => rights.includes(right))
    return named.some(({ deny }) => deny) ? [] : named
  }
  const reaches = remember((type: ObjectType) =>
    remember((right: Operation) => {
      const given = givenOn(type, right)
      return given.length ? keysOf(given) : null
    }),
  )
  // Only records that are held have an acl; how far a right on reference data reaches says nothing of them.
  const held = [...types].filter(({ guarded }) => guarded)
  const onHeld = new Set(held.flatMap((type) => operations.flatMap((right) => givenOn(type, right))))
  const fieldGrants = roles.flatMap((role) => role.fields ?? [])
  return {
    roles: roles.map(({ code }) => code),
    units: personal.units,
    keys: keysOf([...onHeld]),
    clearance: lower(highest(roles.map(({ clearance }) => clearance)), cap),
    plain: lower(highest(roles.map(({ plain }) => plain)), cap),
    duties: duties.filter((duty) => roles.some((role) => role.duties.includes(duty))),
    purposes: roles.some(({ purposes }) => purposes === 'all')
      ? 'all'
      : [...new Set(roles.flatMap(({ purposes }) => purposes))],
    defaultPurpose: roles.find((role) => role.defaultPurpose)?.defaultPurpose ?? null,
    readLimit: mostReads(roles.flatMap(({ readLimit }) => (readLimit === undefined ? [] : [readLimit]))),
    reach: (type, right) => reaches(type)(right),
    fieldRule: (type, field) => {
      const said = fieldGrants.filter((each) => each.object === type.name && each.field === field)
      return strictest.find((access) => said.some((each) => each.access === access))
    },
  }
}

/** Finds each once; `null` is found as well. */
function remember<From, To extends NonNullable<unknown> | null>(find: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>()
  return (from) => {
    const before = known.get(from)
    if (before !== undefined) return before
    const found = find(from)
    known.set(from, found)
    return found
  }
}

function names({ objects }: Grant, type: ObjectType): boolean {
  return objects.includes(type.name) || objects.includes(`area:${type.policy?.area}`)
}

function keysOfScope(scope: Scope, units: readonly string[], personal: PersonalKeys): readonly number[] {
  switch (scope) {
    case 'all':
      return [everything]
    case 'pool':
      return [pool]
    case 'house':
      return [...personal.own, house]
    case 'own':
      return personal.own
    case 'unit':
      return [...personal.own, ...personal.unit]
    case 'below':
      return [...personal.own, ...personal.unit, ...personal.below]
    case 'chosen':
      return [...personal.own, ...personal.chosen(units)]
  }
}

function mostReads(limits: readonly (number | null)[]): number | null {
  if (limits.length === 0) return usualReads
  return limits.reduce((one, other) => (one === null || other === null ? null : Math.max(one, other)))
}

/** Who sees everything needs no other key. */
function widest(keys: readonly number[]): readonly number[] {
  return keys.includes(everything) ? [everything] : [...new Set(keys)].sort((a, b) => a - b)
}

function highest(levels: readonly Level[]): Level {
  return levels.reduce((one, other) => (one > other ? one : other), 1)
}

function lower(one: Level, other: Level): Level {
  return one < other ? one : other
}
