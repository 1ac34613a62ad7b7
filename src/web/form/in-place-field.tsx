import { useId } from 'react'
import type { FieldWire, Titles } from '#shared/wire'
import { FieldInput } from '../ui/field-value.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'

export type InPlaceFieldProps = {
  field: FieldWire
  value: unknown
  titles?: Titles
  trouble?: string
  onChange: (value: unknown) => void
}

const noTitles: Titles = {}

/** A field with its label, its help and what is wrong with it, outside of a whole form. */
export function InPlaceField({ field, value, titles = noTitles, trouble, onChange }: InPlaceFieldProps) {
  const { label } = useWords()
  const id = useId()
  const described = [field.help && `${id}-help`, trouble && `${id}-trouble`].filter(Boolean).join(' ')
  return (
    <div className="in-place-field">
      <label htmlFor={id}>{label(field.label)}</label>
      <FieldInput
        id={id}
        label={label(field.label)}
        field={field}
        value={value ?? null}
        titles={titles}
        invalid={trouble !== undefined}
        describedBy={described || undefined}
        onChange={onChange}
      />
      {field.help && (
        <span id={`${id}-help`} className="meta">
          {label(field.help)}
        </span>
      )}
      <Trouble id={`${id}-trouble`} text={trouble} />
    </div>
  )
}
