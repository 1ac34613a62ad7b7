import { type Chart, formsFor } from '#shared/chart'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf, systemFields } from '../../../web/api/definitions.ts'

/** The objects whose records can be drawn: those with lists of their own, and what stands on their files. */
export function drawable(objects: readonly ObjectWire[]): readonly ObjectWire[] {
  return objects.filter(({ can, navigation }) => navigation && can.includes('read'))
}

/** By what records can be grouped, the moments of their making last. */
export function groupings(object: ObjectWire): readonly FieldWire[] {
  return [...object.fields, ...systemFields].filter(({ groupable, spans }) => groupable || spans.length > 0)
}

/** What can be added up. */
export function measures(object: ObjectWire): readonly FieldWire[] {
  return object.fields.filter(({ kind, operators }) => ['money', 'number'].includes(kind) && operators.includes('gte'))
}

/** How a field is grouped at first: a moment by month, a region by province. */
export function firstSpan({ spans }: FieldWire): string | undefined {
  return spans.find((span) => span === 'month') ?? spans[0]
}

/** The chart with a form that shows what was chosen. */
export function fitted(objects: readonly ObjectWire[], { by, per, ...rest }: Chart): Chart {
  const object = objects.find(({ name }) => name === rest.object)
  const field = object && by !== undefined ? fieldOf(object, by) : undefined
  if (!field) return { ...rest, form: 'number' }
  const isSpan = per !== undefined && field.spans.includes(per)
  const span = isSpan ? per : field.groupable ? undefined : firstSpan(field)
  const forms = formsFor({ kind: field.kind, per: span })
  const form = forms.find((one) => one === rest.form) ?? forms[0] ?? 'bar'
  return { ...rest, by: field.name, ...(span !== undefined && { per: span }), form }
}
