import { Link } from '@tanstack/react-router'
import { Bell as Drawn } from 'lucide-react'
import { useWords } from '../../../web/words/words.ts'
import { useNotices, useUnread } from './notices.ts'
import './bell.css'

const most = 99

/** The way to what one was told of, with how much of it was not read yet. */
export function Bell() {
  const { t } = useWords()
  const count = useUnread()
  if (!useNotices()) return null
  const label = count ? `${t('notices.title')}: ${t('notices.unread', { count })}` : t('notices.title')
  return (
    <Link to="/notifications" className="icon-button bell" aria-label={label} title={label}>
      <Drawn size={17} strokeWidth={1.75} aria-hidden />
      {count ? (
        <span className="bell-count" aria-hidden>
          {count > most ? `${most}+` : count}
        </span>
      ) : null}
    </Link>
  )
}
