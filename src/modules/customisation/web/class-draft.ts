import { type ClassScheme, fieldOfPart, signOf } from '#shared/class-scheme'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { shownBy } from './number-draft.ts'

/** As it is edited: each value of a choice has its sign before one's eyes. */
export type ClassPart =
  | { field: string; signs: Readonly<Record<string, string>> }
  | { region: string; digits: 2 | 4 | 6 }
type Keyed = { key: string; part: ClassPart }
export type ClassDraft = readonly Keyed[]

/** The fields of an object that say of which class a file is. */
export function classedFields(object: ObjectWire): readonly FieldWire[] {
  return object.fields.filter(({ options }) => isScheme(options.scheme))
}

/** A scheme, where something is kept as one. */
export function schemeIn(value: unknown): ClassScheme | undefined {
  return isScheme(value) ? value : undefined
}

// The server keeps nothing with a separator but a scheme that it has checked.
function isScheme(value: unknown): value is ClassScheme {
  return typeof value === 'object' && value !== null && 'separator' in value && 'parts' in value
}

export function draftOfScheme(object: ObjectWire, { parts }: ClassScheme): ClassDraft {
  return parts.map((part, at) => ({ key: `place-${at + 1}`, part: 'region' in part ? part : withSigns(object, part) }))
}

type ChoicePart = Exclude<ClassScheme['parts'][number], { region: string }>

/** Signs in the order of the list; those of values that are gone stay what they were. */
function withSigns(object: ObjectWire, part: ChoicePart): ClassPart {
  const kept = 'signs' in part ? part.signs : {}
  const sign = (value: string): string => ('signs' in part ? (part.signs[value] ?? '') : signOf(part, value))
  const listed = offeredBy(object, part.field).map((value) => [value, sign(value)] as const)
  return { field: part.field, signs: { ...Object.fromEntries(listed), ...kept } }
}

/** What a choice offers now. */
export function offeredBy(object: ObjectWire, name: string): readonly string[] {
  const field = fieldOf(object, name)
  return field ? choicesOf(field).flatMap(({ value, hidden }) => (hidden ? [] : [value])) : []
}

/** Another field begins with the codes of its values; where two begin alike, one is told so at once. */
export function blankChoice(object: ObjectWire, field: string): ClassPart {
  return withSigns(object, { field, letters: 4 })
}

/** A place for a field that has none yet. */
export function addPlace(draft: ClassDraft, sort: 'field' | 'region', object: ObjectWire): ClassDraft {
  const used = draft.map(({ part }) => fieldOfPart(part))
  const offered = shownBy(object, sort)
  const field = offered.find(({ name }) => !used.includes(name)) ?? offered[0]
  if (!field) return draft
  const last = Math.max(0, ...draft.map(({ key }) => Number(key.slice('place-'.length))))
  const part: ClassPart = sort === 'field' ? blankChoice(object, field.name) : { region: field.name, digits: 2 }
  return [...draft, { key: `place-${last + 1}`, part }]
}
