import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useWords } from '../../../web/words/words.ts'

/** The field of a file that a finding is about, by its label. */
export function ToldField({ value }: { value: unknown }) {
  const { label } = useWords()
  const customer = useObjectNamed('customer')
  const field = customer && fieldOf(customer, String(value))
  return field ? label(field.label) : String(value)
}
