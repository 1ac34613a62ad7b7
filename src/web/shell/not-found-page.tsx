import { Link } from '@tanstack/react-router'
import { FileQuestionMark } from 'lucide-react'
import type { ReactNode } from 'react'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/words.ts'
import { useDocumentTitle } from './use-document-title.ts'

export function NotFoundPage() {
  return <NotFound />
}

/** `children`: further ways on. */
export function NotFound({ children }: { children?: ReactNode }) {
  const { t } = useWords()
  useDocumentTitle(t('error.notFound'))
  return (
    <EmptyState wholePage icon={FileQuestionMark} title={t('error.notFound')} text={t('error.notFoundText')}>
      <Link to="/" className="link">
        {t('action.home')}
      </Link>
      {children}
    </EmptyState>
  )
}
