import { useState } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer, SectionWire } from '#shared/wire'
import { fieldOf, systemFields } from '../api/definitions.ts'
import { needsOf } from '../form/needs.ts'
import { type PendingValue, usePendingValues } from '../proposal/use-pending.ts'
import { isEmptyIn } from '../ui/empty-value.ts'
import { FieldRow } from '../ui/field-row.tsx'
import { RecordValue } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'
import { InlineField } from './inline-field.tsx'

type SectionsProps = { object: ObjectWire; record: RecordAnswer }

/** The fields of a record in their sections; empty ones that nobody needs stay folded away. */
export function Sections({ object, record }: SectionsProps) {
  const needs = needsOf(object, record, record.masked)
  const pending = usePendingValues(object, record)
  return (
    <>
      {object.sections.map((section) => (
        <FileSection
          key={section.name}
          object={object}
          record={record}
          section={section}
          isNeeded={(field) => needs[field.name] !== 'optional' || pending.has(field.name)}
          pending={pending}
        />
      ))}
      <SystemFacts record={record} />
    </>
  )
}

type FileSectionProps = SectionsProps & {
  section: SectionWire
  isNeeded: (field: FieldWire) => boolean
  pending: ReadonlyMap<string, readonly PendingValue[]>
}

function FileSection({ object, record, section, isNeeded, pending }: FileSectionProps) {
  const { t, label } = useWords()
  const [isWhole, setWhole] = useState(false)
  const fields = section.fields.flatMap((name) => fieldOf(object, name) ?? [])
  const shown = isWhole ? fields : fields.filter((field) => !isEmptyIn(record, field.name) || isNeeded(field))
  const folded = fields.length - shown.length
  return (
    <section className="file-section" aria-label={label(section.label)}>
      <h2>{label(section.label)}</h2>
      <dl>
        {shown.map((field) => (
          <InlineField
            key={field.name}
            object={object}
            record={record}
            field={field}
            pending={pending.get(field.name)}
          />
        ))}
      </dl>
      {(folded > 0 || isWhole) && (
        <button type="button" className="fold-button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('file.foldEmpty') : t('file.showEmpty', { count: folded })}
        </button>
      )}
    </section>
  )
}

function SystemFacts({ record }: { record: RecordAnswer }) {
  const { t, label } = useWords()
  return (
    <section className="file-section" aria-label={t('file.system')}>
      <h2>{t('file.system')}</h2>
      <dl>
        {systemFields.map((field) => (
          <FieldRow key={field.name} label={label(field.label)}>
            <span className="inline-value">
              <RecordValue field={field} record={record} titles={record.titles} />
            </span>
          </FieldRow>
        ))}
      </dl>
    </section>
  )
}
