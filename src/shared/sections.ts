import type { Label } from './label.ts'

/** Fields that stand together under a heading, in order. */
export type ArrangedSection = { name: string; label: Label; fields: readonly string[] }

/**
 * Sections in an order of one's own. What is there without being named stands where it would stand by itself, so that fields come
 * and the order stays; what is named and not there is the reader's to pass over.
 */
export function arranged(
  standard: readonly ArrangedSection[],
  order: readonly ArrangedSection[],
): readonly ArrangedSection[] {
  const placed = new Set(order.flatMap(({ fields }) => fields))
  const rest = standard.map((section) => ({ ...section, fields: section.fields.filter((field) => !placed.has(field)) }))
  const restOf = (name: string): readonly string[] => rest.find((section) => section.name === name)?.fields ?? []
  const ordered = order.map((section) => ({ ...section, fields: [...section.fields, ...restOf(section.name)] }))
  const others = rest.filter(({ name, fields }) => fields.length > 0 && !order.some((section) => section.name === name))
  return [...ordered, ...others]
}
