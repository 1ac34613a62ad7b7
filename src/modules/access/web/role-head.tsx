import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { useWords } from '../../../web/words/words.ts'

/** Name of the role, the way back to all of them, and what can be done with it. */
export function RoleHead({ title, detail, children }: { title: string; detail?: ReactNode; children?: ReactNode }) {
  const { t } = useWords()
  useDocumentTitle(title)
  return (
    <header className="page-head role-head">
      <Link to="/settings/roles" className="icon-button" aria-label={t('roles.back')} title={t('roles.title')}>
        <ChevronLeft size={18} aria-hidden />
      </Link>
      <h1 className="page-title truncate" title={title}>
        {title}
      </h1>
      {detail}
      <div className="page-actions">{children}</div>
    </header>
  )
}
