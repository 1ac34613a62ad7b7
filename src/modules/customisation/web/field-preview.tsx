import { useState } from 'react'
import type { FieldWire } from '#shared/wire'
import { shownAs, webOf } from '../../../web/registry.ts'
import { FieldInput, FieldValue } from '../../../web/ui/field-value.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { useLevelWord } from '../../../web/words/level-word.ts'
import { useWords } from '../../../web/words/words.ts'
import { useOwnWords } from './words.ts'

/** The field as it will stand in a form and in a list, to be tried. */
export function FieldPreview({ field }: { field: FieldWire }) {
  const t = useOwnWords()
  const { label } = useWords()
  const level = useLevelWord()
  const [value, setValue] = useState<unknown>(null)
  const name = label(field.label) || t('fields.unnamed')
  return (
    <section className="field-preview" aria-label={t('fields.preview')}>
      <h2>{t('fields.preview')}</h2>
      <p className="meta">{t('fields.previewText')}</p>
      <h3>{t('fields.inForm')}</h3>
      <div className="field-preview-form">
        <span className="field-preview-label">
          {name}
          {field.level > 1 && <Pill colour={field.level === 3 ? 'red' : 'amber'}>{level(field.level)}</Pill>}
        </span>
        <FieldInput field={shownAs(field)} value={value} titles={{}} label={name} onChange={setValue} />
        {field.help && <span className="meta">{label(field.help)}</span>}
      </div>
      <h3>{t('fields.inList')}</h3>
      <div className="field-preview-list">
        <span className="meta">{name}</span>
        <span className={webOf(field).align === 'end' ? 'field-preview-end' : undefined}>
          <FieldValue field={field} value={value} titles={{}} dense />
        </span>
      </div>
    </section>
  )
}
