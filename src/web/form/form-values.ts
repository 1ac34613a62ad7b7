import type { FieldWire, ObjectWire } from '#shared/wire'
import { isEmptyValue } from '../ui/empty-value.ts'

export type Values = Record<string, unknown>

/** Defaults that only the server can know: the moment of saving and the person who saves. */
const knownAtSaving = ['now', 'today', 'me'] as const

/** What an empty field of a new record will have been given when it is saved. */
export function givenAtSaving(field: FieldWire): (typeof knownAtSaving)[number] | undefined {
  return knownAtSaving.find((known) => known === field.default)
}

export function canType(field: FieldWire): boolean {
  return !field.readOnly && field.kind !== 'computed'
}

/** What a new record starts with. */
export function firstValues(object: ObjectWire): Values {
  const withDefault = object.fields.filter((field) => field.default !== undefined && !givenAtSaving(field))
  return Object.fromEntries(withDefault.map((field) => [field.name, field.default]))
}

/** The fields whose values differ, with the values that they have after. */
export function changesOf(object: ObjectWire, before: Values, after: Values): Values {
  const changed = object.fields.filter(
    (field) => canType(field) && field.name in after && !isSameValue(before[field.name], after[field.name]),
  )
  return Object.fromEntries(
    changed.map((field) => [field.name, isEmptyValue(after[field.name]) ? null : after[field.name]]),
  )
}

/** Whether nothing was changed; all that means "none" is the same. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (isEmptyValue(one) && isEmptyValue(other)) return true
  return JSON.stringify(one) === JSON.stringify(other)
}
