import { ArrowRight } from 'lucide-react'
import type { FieldWire, ObjectWire, Titles } from '#shared/wire'
import { ChangeValue } from '../proposal/change-value.tsx'
import { useWords } from '../words/words.ts'

type ChangeLineProps = {
  object: ObjectWire
  field?: FieldWire
  name: string
  before: unknown
  after: unknown
  titles: Titles
}

/** A field, its value before, and its value after. */
export function ChangeLine({ object, field, name, before, after, titles }: ChangeLineProps) {
  const { label, t } = useWords()
  return (
    <p className="change-line">
      <span className="muted">{field ? label(field.label) : name}</span>
      {field && (
        <>
          <ChangeValue object={object} field={field} value={before} titles={titles} dense />
          <ArrowRight size={13} aria-label={t('timeline.became')} role="img" />
          <ChangeValue object={object} field={field} value={after} titles={titles} dense />
        </>
      )}
    </p>
  )
}
