import type { ChoiceWire, FieldWire, ObjectWire, RecordWire } from '#shared/wire'
import { choicesOf } from '../ui/cells/choice.ts'
import { methodIcon } from './method-icon.ts'

/** How it happened, such as by phone: that says more than that it was a follow-up. */
export function wayOf(child: ObjectWire, record: RecordWire): { field: FieldWire; choice: ChoiceWire } | undefined {
  const field = child.fields.find(({ kind }) => kind === 'choice')
  const ways = field ? choicesOf(field) : []
  // A list where every choice has a way's icon is a list of ways; "other" alone may be anything.
  if (!field || !ways.every(({ value }) => methodIcon(value))) return undefined
  const choice = ways.find(({ value }) => value === record[field.name])
  return choice && { field, choice }
}
