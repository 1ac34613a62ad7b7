import { type ArrangedSection, arranged } from '#shared/sections'
import type { ObjectWire } from '#shared/wire'

export type Draft = readonly ArrangedSection[]

/** The layout as it stands, with the fields that came since; what is hidden for now keeps its place. */
export function draftOf(object: ObjectWire, stored: unknown): Draft {
  return arranged(object.sections, isDraft(stored) ? stored : [])
}

function isDraft(stored: unknown): stored is Draft {
  return Array.isArray(stored) && stored.every((one) => typeof one === 'object' && one !== null && 'fields' in one)
}

export type Place = { section: string; field?: string }

/** A field in another place: on that of another one, or at the end of a section. Within a section it stands where that one stood. */
export function moveField(draft: Draft, field: string, to: Place): Draft {
  const target = draft.find(({ name }) => name === to.section)
  if (!target || to.field === field) return draft
  const without = target.fields.filter((name) => name !== field)
  const from = target.fields.indexOf(field)
  const there = to.field === undefined ? -1 : target.fields.indexOf(to.field)
  const at = there < 0 ? without.length : from >= 0 ? there : without.indexOf(to.field ?? '')
  return draft.map((section) =>
    section.name === to.section
      ? { ...section, fields: without.toSpliced(at, 0, field) }
      : { ...section, fields: section.fields.filter((name) => name !== field) },
  )
}

/** A field one step up or down, over the edge of its section into the next one. */
export function stepField(draft: Draft, field: string, step: 1 | -1): Draft {
  const at = draft.findIndex(({ fields }) => fields.includes(field))
  const section = draft[at]
  if (!section) return draft
  const neighbour = section.fields[section.fields.indexOf(field) + step]
  if (neighbour !== undefined) return moveField(draft, field, { section: section.name, field: neighbour })
  const next = draft[at + step]
  if (!next) return draft
  return moveField(draft, field, { section: next.name, field: step === 1 ? next.fields[0] : undefined })
}

/** A section where another one stood. */
export function moveSection(draft: Draft, name: string, to: string): Draft {
  const section = draft.find((one) => one.name === name)
  const at = draft.findIndex((one) => one.name === to)
  return section && at >= 0 ? draft.filter((one) => one !== section).toSpliced(at, 0, section) : draft
}

export function stepSection(draft: Draft, name: string, step: 1 | -1): Draft {
  const next = draft[draft.findIndex((one) => one.name === name) + step]
  return next ? moveSection(draft, name, next.name) : draft
}

/** A name that no section bears yet. */
export function freeName(draft: Draft): string {
  const taken = new Set(draft.map(({ name }) => name))
  let number = draft.length + 1
  while (taken.has(`section${number}`)) number++
  return `section${number}`
}

export function placeOf(draft: Draft, field: string): { section: ArrangedSection; place: number } | undefined {
  const section = draft.find(({ fields }) => fields.includes(field))
  return section && { section, place: section.fields.indexOf(field) + 1 }
}
