import { ArrowRight } from 'lucide-react'
import type { FieldWire, Titles } from '#shared/wire'
import { ToldValue } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'

type ChangeLineProps = { field?: FieldWire; name: string; before: unknown; after: unknown; titles: Titles }

/** A field, its value before, and its value after. */
export function ChangeLine({ field, name, before, after, titles }: ChangeLineProps) {
  const { label, t } = useWords()
  return (
    <p className="change-line">
      <span className="muted">{field ? label(field.label) : name}</span>
      {field && (
        <>
          <ToldValue field={field} value={before} titles={titles} />
          <ArrowRight size={13} aria-label={t('timeline.became')} role="img" />
          <ToldValue field={field} value={after} titles={titles} />
        </>
      )}
    </p>
  )
}
