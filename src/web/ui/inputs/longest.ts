import type { FieldWire } from '#shared/wire'

/** How many characters a field takes, where its definition says. */
export function longestOf(field: FieldWire): number | undefined {
  return typeof field.options.max === 'number' ? field.options.max : undefined
}
