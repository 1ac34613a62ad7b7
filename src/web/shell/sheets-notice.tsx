import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { KeyRound } from 'lucide-react'
import { sessionQuery } from '../api/session.ts'
import { useWords } from '../words/words.ts'

/** Stays with whoever keeps the keys until both recovery sheets are with two people. */
export function SheetsNotice() {
  const { t } = useWords()
  const due = useSuspenseQuery(sessionQuery).data?.sheetsDue
  if (!due) return null
  return (
    <p className="notice">
      <KeyRound size={15} aria-hidden />
      <span>{t(due === 'show' ? 'shell.sheetsToShow' : 'shell.sheetsToKeep')}</span>
      <Link to="/settings/keys">{t('shell.toKeys')}</Link>
    </p>
  )
}
