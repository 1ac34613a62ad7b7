import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useWords } from '../../../web/words/words.ts'
import { useConfirmationWords } from './words.ts'

/** Fields that a customer was asked about, and what they said of each. */
export function ToldAnswers({ value }: { value: unknown }) {
  const t = useConfirmationWords()
  const { label } = useWords()
  const customer = useObjectNamed('customer')
  const named = (name: string): string => {
    const field = customer && fieldOf(customer, name)
    return field ? label(field.label) : name
  }
  if (Array.isArray(value)) return value.map((name) => named(String(name))).join(' · ')
  const lines = Object.entries(value ?? {}).map(([name, said]) => `${named(name)}: ${t(saidAs(said))}`)
  return lines.join(' · ')
}

function saidAs(said: unknown): 'said.right' | 'said.corrected' | 'said.gone' {
  return said === 'right' ? 'said.right' : said === 'gone' ? 'said.gone' : 'said.corrected'
}
