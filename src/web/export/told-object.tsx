import { useObjectNamed } from '../api/definitions.ts'
import { useWords } from '../words/words.ts'

/** What was exported, by the name that its readers know it by. */
export function ToldObject({ value }: { value: unknown }) {
  const { labelOfMany } = useWords()
  const name = String(value)
  const object = useObjectNamed(name)
  return <>{object ? labelOfMany(object.label) : name}</>
}
