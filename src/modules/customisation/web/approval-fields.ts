import type { ObjectWire } from '#shared/wire'

/** What has a place of its own beside the fields, or follows from the page. */
const apart: readonly string[] = ['object', 'name', 'when', 'steps']

/** What says how values are keyed again: meant only where a rule asks for that. */
const ofKeying: readonly string[] = ['holds', 'share', 'ways', 'resolver']

/** What a rule of approval says, in the order of its own form, as far as it means something with what it says already. */
export function meantFields(rule: ObjectWire, { again }: Readonly<Record<string, unknown>>): readonly string[] {
  const all = rule.sections.flatMap(({ fields }) => fields).filter((name) => !apart.includes(name))
  return again === true ? all : all.filter((name) => !ofKeying.includes(name))
}
