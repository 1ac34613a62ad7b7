import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { useWords } from '../../../web/words/words.ts'

/** Tells the names of choices of a field, in the order of the list; nothing where none is chosen. */
export function useChoiceNames(object: ObjectWire, name: string): (chosen: unknown) => string {
  const { locale } = useWords()
  const field = fieldOf(object, name)
  return (chosen) => {
    const codes = [chosen].flat()
    const named = field ? choicesOf(field).filter(({ value }) => codes.includes(value)) : []
    return named.map(({ label }) => label[locale]).join(locale === 'zh' ? '、' : ', ')
  }
}
