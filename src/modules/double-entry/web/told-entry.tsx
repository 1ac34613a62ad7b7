import type { RecordWire } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useWords } from '../../../web/words/words.ts'

/** The field that is keyed again by its label; it may stand on what belongs to a file, such as a contact. */
export function ToldEntry({ value, record }: { value: unknown; record?: RecordWire }) {
  const { label } = useWords()
  const object = useObjectNamed(String(record?.object ?? ''))
  const field = object && fieldOf(object, String(value))
  return field ? label(field.label) : String(value)
}
