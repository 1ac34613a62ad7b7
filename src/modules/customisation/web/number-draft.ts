import type { NumberRule } from '#shared/number-rule'
import type { FieldWire, ObjectWire } from '#shared/wire'

export type Part = NumberRule[number]
/** `key` tells parts apart that say the same, while they are moved. */
type Keyed = { key: string; part: Part }
export type Draft = readonly Keyed[]

export const partSorts = ['text', 'date', 'field', 'region', 'sequence'] as const
export type PartSort = (typeof partSorts)[number]

export function sortOf(part: Part): PartSort {
  return partSorts.find((sort) => sort in part) ?? 'text'
}

/** The fields of an object whose values are given by a rule. */
export function numberedFields(object: ObjectWire): readonly FieldWire[] {
  return object.fields.filter(({ options }) => Array.isArray(options.rule))
}

/** What a number may show: everybody who sees a file sees its number. */
export function shownBy(object: ObjectWire, sort: 'field' | 'region'): readonly FieldWire[] {
  const kind = sort === 'field' ? 'choice' : 'region'
  return object.fields.filter((field) => field.kind === kind && field.level === 1 && !field.sealed)
}

export function draftOf(field: FieldWire): Draft {
  return (ruleIn(field.options.rule) ?? []).map((part, at) => ({ key: `part-${at + 1}`, part }))
}

/** A rule as it is kept: of all that is kept as a list, it alone has a running number. */
export function ruleIn(parts: unknown): NumberRule | undefined {
  return isRule(parts) ? parts : undefined
}

// The server keeps nothing under it but the parts of a rule.
function isRule(parts: unknown): parts is NumberRule {
  return Array.isArray(parts) && parts.some((part) => typeof part === 'object' && part !== null && 'sequence' in part)
}

export function ruleOf(draft: Draft): NumberRule {
  return draft.map(({ part }) => part)
}

/** A part where another one stood. */
export function movePart<One extends { key: string }>(draft: readonly One[], key: string, to: string): readonly One[] {
  const moved = draft.find((one) => one.key === key)
  const at = draft.findIndex((one) => one.key === to)
  return moved && at >= 0 ? draft.filter((one) => one !== moved).toSpliced(at, 0, moved) : draft
}

export function stepPart<One extends { key: string }>(
  draft: readonly One[],
  key: string,
  step: 1 | -1,
): readonly One[] {
  const next = draft[draft.findIndex((one) => one.key === key) + step]
  return next ? movePart(draft, key, next.key) : draft
}

/** A new part stands before the running number, which most numbers end with. */
export function addPart(draft: Draft, sort: PartSort, object: ObjectWire): Draft {
  const part = blankPart(sort, object)
  if (!part) return draft
  const numbers = draft.map(({ key }) => Number(key.slice('part-'.length)))
  const added = { key: `part-${Math.max(0, ...numbers) + 1}`, part }
  const sequence = draft.findIndex((one) => 'sequence' in one.part)
  return sequence < 0 || sort === 'sequence' ? [...draft, added] : draft.toSpliced(sequence, 0, added)
}

function blankPart(sort: PartSort, object: ObjectWire): Part | undefined {
  if (sort === 'text') return { text: '-' }
  if (sort === 'date') return { date: 'YYYY' }
  if (sort === 'sequence') return { sequence: 4 }
  const [first] = shownBy(object, sort)
  if (!first) return undefined
  return sort === 'field' ? { field: first.name } : { region: first.name, digits: 2 }
}
