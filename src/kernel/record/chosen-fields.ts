import type { BoundField } from '../object/bound-field.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'

const mostKept = 200
const kept = new WeakMap<ObjectType, Map<string, readonly BoundField[]>>()

/**
 * The stored fields behind the named ones: what a computed one looks at takes its place. Names that came before give the same
 * list again, for which what is alike in all its rows has been worked out.
 */
export function chosenFields(type: ObjectType, names: readonly string[]): readonly BoundField[] {
  const key = names.join()
  const known = kept.get(type) ?? new Map<string, readonly BoundField[]>()
  kept.set(type, known)
  const before = known.get(key)
  if (before) return before
  const chosen = [...new Set(names.flatMap((name) => behind(type, fieldOf(type, name))))]
  if (known.size >= mostKept) known.clear()
  known.set(key, chosen)
  return chosen
}

function behind(type: ObjectType, bound: BoundField): readonly BoundField[] {
  if (bound.stored) return [bound]
  const { from } = bound.field.options
  if (!Array.isArray(from)) return []
  return from.flatMap((name) => behind(type, fieldOf(type, String(name))))
}
