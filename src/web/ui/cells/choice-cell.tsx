import type { CellProps } from '../../kind-web.ts'
import { useWords } from '../../words/words.ts'
import { Pill } from '../pill.tsx'
import { choicesOf } from './choice.ts'
import { keyIn } from './key-in.ts'

/** Values of a coloured list as pills; of a plain list, where no value stands out, as words. */
export function ChoiceCell({ value, field, dense }: CellProps) {
  const { label } = useWords()
  const choices = choicesOf(field)
  const values = Array.isArray(value) ? value : [value]
  const [only, ...others] = values
  const isPlain = others.length === 0 && !choices.some(({ colour }) => colour)
  if (isPlain) {
    const choice = choices.find((candidate) => candidate.value === only)
    const text = choice ? label(choice.label) : String(only)
    return (
      <span className={dense ? 'truncate' : undefined} title={text}>
        {text}
      </span>
    )
  }
  const pills = values.map((one: unknown) => {
    const choice = choices.find((candidate) => candidate.value === one)
    const text = choice ? label(choice.label) : String(one)
    return (
      <Pill key={keyIn(values, one)} colour={choice?.colour} title={text}>
        {text}
      </Pill>
    )
  })
  // One alone needs nothing around it that would be cut off as well: a list has some in each row.
  return dense && others.length === 0 ? pills : <span className="pills">{pills}</span>
}
