import { Link } from '@tanstack/react-router'
import { CircleCheck, Pin } from 'lucide-react'
import type { Reading } from '#shared/reading'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { useWords } from '../../../web/words/words.ts'
import { usePublicationWords } from './words.ts'
import '../../../web/file/in-place.css'

/** A version among others, and how it stands with the reader. */
export function ReadingLine({ reading }: { reading: Reading }) {
  const t = usePublicationWords()
  const { format } = useWords()
  const editions = useObjectNamed('edition')
  const field = editions && fieldOf(editions, 'kind')
  const { id, title, kind, number, publishedAt, readAt, waits, pinned, until } = reading
  return (
    <li className="in-place-line reading-line">
      <span className="in-place-text">
        <Link to="/reading/$id" params={{ id }} className="link">
          {waits ? <strong>{title}</strong> : title}
        </Link>
        {field && <FieldValue field={field} value={kind} titles={{}} dense />}
        {waits && <Pill colour="red">{t('waits')}</Pill>}
        {pinned && (
          <span className="meta reading-mark">
            <Pin size={13} aria-hidden />
            {t('pinned')}
          </span>
        )}
      </span>
      <span className="meta reading-facts">
        {readAt && (
          <span className="reading-mark">
            <CircleCheck size={13} aria-hidden />
            {t('confirmed')}
          </span>
        )}
        {until && <span>{t('until', { day: format.date(until) })}</span>}
        <span>{t('version', { number })}</span>
        <time dateTime={publishedAt}>{format.relative(publishedAt)}</time>
      </span>
    </li>
  )
}
