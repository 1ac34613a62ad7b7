import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { sessionQuery } from '../../../web/api/session.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Avatar } from '../../../web/ui/avatar.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { InPlaceLine } from './in-place-line.tsx'
import { spanState } from './span-state.ts'
import '../../../web/file/in-place.css'

/** Who stands in for me and when; for whom I do; and how it was before. */
export function AbsencePage() {
  const object = useObjectNamed('delegation')
  const { data: session } = useSuspenseQuery(sessionQuery)
  return object && session ? <Absence object={object} me={session.user.id} /> : <NotFoundPage />
}

const fields = ['deputy', 'from', 'until', 'grounds'] as const

function Absence({ object, me }: { object: ObjectWire; me: string }) {
  const { t } = useWords()
  const [isAdding, setAdding] = useState(false)
  const { rows, error, isPending } = useRecords(object, { or: [{ absent: me }, { deputy: me }] }, { sort: '-until' })
  useDocumentTitle(t('absence.title'))
  const isOver = (row: RecordAnswer): boolean => spanState(row, Date.now()) === 'ended'
  const own = rows.filter(({ absent }) => absent === me)
  const mine = rows.filter((row) => row.deputy === me && !isOver(row))
  const live = own.filter((row) => !isOver(row))
  return (
    <>
      <PageHead title={t('absence.title')}>
        {object.can.includes('create') && !isAdding && (
          <Button look="primary" icon={Plus} onClick={() => setAdding(true)}>
            {t('absence.add')}
          </Button>
        )}
      </PageHead>
      <div className="page-scroll absence-page">
        <p className="muted">{t('absence.text')}</p>
        {isAdding && (
          <InPlaceForm object={object} fields={fields} label={t('absence.add')} onEnd={() => setAdding(false)} />
        )}
        {error && <ErrorState error={error} />}
        {isPending && <Skeleton rows={4} />}
        {!isPending && !error && (
          <Spans object={object} title={t('absence.current')} rows={live} none={t('absence.none')} />
        )}
        {mine.length > 0 && <Spans object={object} title={t('absence.mine')} rows={mine} of="absent" />}
        {own.length > live.length && <Spans object={object} title={t('absence.past')} rows={own.filter(isOver)} />}
      </div>
    </>
  )
}

type SpansProps = {
  object: ObjectWire
  title: string
  rows: readonly RecordAnswer[]
  /** Whose name the lines show. */
  of?: 'deputy' | 'absent'
  none?: string
}

function Spans({ object, title, rows, of = 'deputy', none }: SpansProps) {
  return (
    <section className="in-place-section" aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 && <p className="meta">{none}</p>}
      <ul>
        {rows.map((row) => (
          <Span key={row.id} object={object} row={row} of={of} />
        ))}
      </ul>
    </section>
  )
}

function Span({ object, row, of }: { object: ObjectWire; row: RecordAnswer; of: 'deputy' | 'absent' }) {
  const { t, format } = useWords()
  const name = row.titles[String(row[of])] ?? t('state.hidden')
  const isEnded = spanState(row, Date.now()) === 'ended'
  const words = {
    change: t('absence.change', { name }),
    remove: t('absence.remove', { name }),
    removeText: t('absence.removeText'),
  }
  const span = [row.from, row.until].map((at) => (typeof at === 'string' ? format.shortDateTime(at) : ''))
  // What is over is a record of what was, and another's absence is not one's own to change.
  const shown = isEnded || of === 'absent' ? { ...row, can: readOnly } : row
  return (
    <InPlaceLine object={object} record={shown} fields={fields} words={words} isEnded={isEnded}>
      <Avatar name={name} round size={24} />
      <span className="in-place-text">
        <strong>{name}</strong>
        <span className="meta">{[span.join(' – '), String(row.grounds ?? '')].filter(Boolean).join(' · ')}</span>
      </span>
    </InPlaceLine>
  )
}

const readOnly = ['read'] as const
