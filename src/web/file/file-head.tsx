import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { PresentPeople } from '../presence/present-people.tsx'
import { isEmptyIn } from '../ui/empty-value.ts'
import { RecordValue } from '../ui/field-value.tsx'
import { Pill } from '../ui/pill.tsx'
import { RecordMark } from '../ui/record-mark.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useTitleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'
import { Completeness } from './completeness.tsx'
import { FileActions } from './file-actions.tsx'
import { StepBar } from './step-bar.tsx'

type FileHeadProps = { object: ObjectWire; record: RecordAnswer; onHistory: () => void }

/** Who this is: name, the facts of the head, and what can be done with the whole file. */
export function FileHead({ object, record, onHistory }: FileHeadProps) {
  const { t, labelOfMany } = useWords()
  const titleOf = useTitleOf()
  const isPhone = usePhone()
  const many = labelOfMany(object.label)
  const title = titleOf(object, record) || t('state.untitled')
  const isBinned = record.deletedAt !== null
  const bar = !isPhone && object.bar ? fieldOf(object, object.bar) : undefined
  return (
    <header className="file-head">
      <Link
        to="/o/$path"
        params={{ path: object.path }}
        search={isBinned ? { deleted: true } : {}}
        className="icon-button"
        aria-label={t('file.back', { name: many })}
        title={many}
      >
        <ChevronLeft size={18} aria-hidden />
      </Link>
      <RecordMark object={object} title={title} size={isPhone ? 36 : 42} />
      <div className="file-names">
        <h1 className="file-title" title={title}>
          {title}
        </h1>
        <HeadFacts object={object} record={record} without={bar?.name} />
      </div>
      {!isBinned && <PresentPeople object={object} id={record.id} />}
      {bar && <StepBar object={object} record={record} field={bar} />}
      {!isBinned && <FileActions object={object} record={record} onHistory={onHistory} />}
    </header>
  )
}

type HeadFactsProps = {
  object: ObjectWire
  record: RecordAnswer
  /** A fact that stands elsewhere. */
  without?: string
}

/** The facts that stand at the top of a file. */
export function HeadFacts({ object, record, without }: HeadFactsProps) {
  const { t } = useWords()
  return (
    <dl className="file-heads">
      {record.destroyed && (
        <div className="head-fact">
          <dt className="visually-hidden">{t('keys.title')}</dt>
          <dd>
            <Pill colour="red">{t('file.destroyed')}</Pill>
          </dd>
        </div>
      )}
      {record.deletedAt === null && <Completeness object={object} record={record} />}
      {object.head
        .filter((name) => name !== object.title && name !== without)
        .map((name) => (
          <HeadFact key={name} object={object} record={record} name={name} />
        ))}
    </dl>
  )
}

// What their looks already tell: a pill, a number with its own form.
const speaking = new Set(['choice', 'archive_number'])

function HeadFact({ object, record, name }: { object: ObjectWire; record: RecordAnswer; name: string }) {
  const { label } = useWords()
  const field = fieldOf(object, name)
  if (!field || isEmptyIn(record, name)) return null
  return (
    <div className="head-fact">
      <dt className={speaking.has(field.kind) ? 'visually-hidden' : 'muted'}>{label(field.label)}</dt>
      <dd title={label(field.label)}>
        <RecordValue object={object} field={field} record={record} titles={record.titles} />
      </dd>
    </div>
  )
}
