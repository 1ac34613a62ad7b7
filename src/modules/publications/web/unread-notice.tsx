import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BookOpen } from 'lucide-react'
import { readingsQuery } from './reading.ts'
import { usePublicationWords } from './words.ts'
import './publications.css'

const shown = 3

/** What the reader has still to read, on the page of the day; nothing where nothing waits. */
export function UnreadNotice() {
  const t = usePublicationWords()
  const { data } = useQuery(readingsQuery(''))
  const unread = (data?.items ?? []).filter(({ waits, pinned, readAt }) => waits || (pinned && !readAt))
  if (unread.length === 0) return null
  return (
    <section className="unread-notice" aria-label={t('unread', { count: unread.length })}>
      <BookOpen size={16} aria-hidden />
      <strong>{t('unread', { count: unread.length })}</strong>
      {unread.slice(0, shown).map(({ id, title }) => (
        <Link key={id} to="/reading/$id" params={{ id }} className="link">
          {title}
        </Link>
      ))}
      {unread.length > shown && (
        <Link to="/reading" className="link">
          {t('readNow')}
        </Link>
      )}
    </section>
  )
}
