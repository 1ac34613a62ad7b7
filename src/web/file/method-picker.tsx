import { useId } from 'react'
import type { FieldWire } from '#shared/wire'
import { choicesOf } from '../ui/cells/choice.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.ts'
import { methodIcon } from './method-icon.ts'

type MethodPickerProps = { field: FieldWire; value: unknown; onChange: (value: string) => void }

/** The ways side by side: one press instead of a list. */
export function MethodPicker({ field, value, onChange }: MethodPickerProps) {
  const { label } = useWords()
  const group = useId()
  const choices = choicesOf(field).filter(({ hidden }) => !hidden)
  return (
    <fieldset className="method-picker">
      <legend className="visually-hidden">{label(field.label)}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="method" title={label(choice.label)}>
          <input
            type="radio"
            className="visually-hidden"
            name={group}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <Icon name={methodIcon(choice.value) ?? 'message-square'} size={14} />
          {label(choice.label)}
        </label>
      ))}
    </fieldset>
  )
}
