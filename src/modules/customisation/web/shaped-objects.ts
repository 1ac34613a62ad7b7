import type { FieldWire, ObjectWire } from '#shared/wire'
import { useObjects } from '../../../web/api/definitions.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'

/** The objects whose records people write: not those that the house keeps about itself. */
export function useShapedObjects(): readonly ObjectWire[] {
  return useObjects().filter(
    ({ navigation, parent, settings, proposals }) => (navigation || parent !== null) && !settings && !proposals,
  )
}

/** The fields of an object whose values are the company's to name; what confidentiality rests on is not. */
export function listsOf(object: ObjectWire): readonly FieldWire[] {
  if (object.signsIn) return []
  return object.fields.filter((field) => {
    const choices = choicesOf(field)
    return field.kind.startsWith('choice') && choices.length > 0 && !choices.every(({ value }) => /^[123]$/.test(value))
  })
}
