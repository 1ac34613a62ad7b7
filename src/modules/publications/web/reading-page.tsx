import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { hasStatus } from '../../../web/api/problem.ts'
import { recordQuery } from '../../../web/api/records.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Markdown } from '../../../web/ui/cells/markdown.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { RecordValue } from '../../../web/ui/field-value.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import { lineDiff } from './line-diff.ts'
import { confirmReading, readingsQuery } from './reading.ts'
import { usePublicationWords } from './words.ts'
import '../../../web/file/in-place.css'
import './publications.css'

/** A version as it was published, with the reader's own confirmation, and the versions before it. */
export function ReadingPage() {
  const editions = useObjectNamed('edition')
  const { id = '' } = useParams({ strict: false })
  return editions?.can.includes('read') ? <Version key={id} editions={editions} id={id} /> : <NotFoundPage />
}

function Version({ editions, id }: { editions: ObjectWire; id: string }) {
  const { data: record, error, refetch } = useQuery(recordQuery(editions, id))
  useDocumentTitle(record ? String(record.title) : '')
  if (hasStatus(error, 404)) return <NotFoundPage />
  if (!record) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />
  return (
    <>
      <PageHead title={String(record.title)} />
      <div className="page-scroll">
        <div className="reading">
          <Facts editions={editions} record={record} />
          <article className="reading-text">
            <Markdown text={String(record.body ?? '')} />
          </article>
          <Penalty text={record.penalty} />
          <Confirm record={record} />
          <Versions editions={editions} record={record} />
        </div>
      </div>
    </>
  )
}

const audience = ['roles', 'ownRoles', 'units'] as const

function Facts({ editions, record }: { editions: ObjectWire; record: RecordAnswer }) {
  const t = usePublicationWords()
  const { format } = useWords()
  const shown = (name: string) => {
    const field = fieldOf(editions, name)
    return field && record[name] ? <RecordValue field={field} record={record} titles={record.titles} dense /> : null
  }
  return (
    <p className="reading-facts meta">
      {shown('kind')}
      <span>{t('version', { number: Number(record.number) })}</span>
      {typeof record.from === 'string' && <span>{t('from', { day: format.date(record.from) })}</span>}
      {typeof record.until === 'string' && <span>{t('until', { day: format.date(record.until) })}</span>}
      <span>{shown('publishedBy')}</span>
      <span className="reading-audience">
        {t('audience')}
        {record.everyone ? (
          <span>{t('everybody')}</span>
        ) : (
          audience.map((name) => <span key={name}>{shown(name)}</span>)
        )}
      </span>
    </p>
  )
}

function Penalty({ text }: { text: unknown }) {
  const t = usePublicationWords()
  if (typeof text !== 'string') return null
  return (
    <section className="reading-penalty" aria-label={t('penalty')}>
      <h2>{t('penalty')}</h2>
      <Markdown text={text} />
    </section>
  )
}

/** What the reader says of the current version; of an old one, the way to the current. */
function Confirm({ record }: { record: RecordAnswer }) {
  const t = usePublicationWords()
  const { format } = useWords()
  const client = useQueryClient()
  const { data } = useQuery(readingsQuery(''))
  const confirm = useMutation({
    mutationFn: () => confirmReading(record.id),
    onSuccess: async () => {
      toast({ text: t('done') })
      await client.invalidateQueries({ queryKey: ['list'] })
    },
    onError: toastError,
  })
  const current = data?.items.find(({ publication }) => publication === record.publication)
  if (!current) return null
  if (current.id !== record.id)
    return (
      <p className="reading-confirm">
        <span>{t('superseded')}</span>
        <Link to="/reading/$id" params={{ id: current.id }} className="link">
          {t('toCurrent')}
        </Link>
      </p>
    )
  if (current.readAt)
    return (
      <p className="reading-confirm reading-done">
        <CircleCheck size={16} aria-hidden />
        {t('doneAt', { time: format.dateTime(current.readAt) })}
      </p>
    )
  return (
    <p className="reading-confirm">
      <Button look="primary" icon={CircleCheck} busy={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('confirm')}
      </Button>
      <span className="meta">{t('confirmText')}</span>
    </p>
  )
}

function Versions({ editions, record }: { editions: ObjectWire; record: RecordAnswer }) {
  const t = usePublicationWords()
  const { format } = useWords()
  const [isComparing, setComparing] = useState(false)
  const { rows } = useRecords(editions, { publication: String(record.publication) }, { sort: '-number' })
  if (rows.length < 2) return null
  const before = rows.find(({ number }) => Number(number) < Number(record.number))
  return (
    <section className="reading-versions" aria-label={t('versions')}>
      <h2>{t('versions')}</h2>
      <ul>
        {rows.map((version) => (
          <li key={version.id} className="in-place-line">
            <span className="in-place-text">
              {version.id === record.id ? (
                <strong>{t('version', { number: Number(version.number) })}</strong>
              ) : (
                <Link to="/reading/$id" params={{ id: version.id }} className="link">
                  {t('version', { number: Number(version.number) })}
                </Link>
              )}
              {version.state === 'in_force' && <span className="meta">{t('current')}</span>}
            </span>
            <span className="meta">{format.dateTime(String(version.publishedAt))}</span>
          </li>
        ))}
      </ul>
      {before && (
        <Button expanded={isComparing} onClick={() => setComparing(!isComparing)}>
          {t('compare')}
        </Button>
      )}
      {before && isComparing && <Differences before={before} after={record} />}
    </section>
  )
}

function Differences({ before, after }: { before: RecordAnswer; after: RecordAnswer }) {
  const t = usePublicationWords()
  const texts = [before, after].map(({ body, penalty }) => [body, penalty].filter(Boolean).join('\n\n'))
  const lines = lineDiff(texts[0] ?? '', texts[1] ?? '')
  if (lines.every(({ change }) => change === 'same')) return <p className="muted">{t('same')}</p>
  return (
    <div className="reading-diff">
      {lines.map(({ text, change }, at) => {
        const key = `${at} ${change}`
        if (change === 'added')
          return (
            <ins key={key}>
              <span className="visually-hidden">{t('added')} </span>
              {text || ' '}
            </ins>
          )
        if (change === 'removed')
          return (
            <del key={key}>
              <span className="visually-hidden">{t('removed')} </span>
              {text || ' '}
            </del>
          )
        return <span key={key}>{text || ' '}</span>
      })}
    </div>
  )
}
