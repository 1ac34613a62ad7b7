import { ChevronLeft } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'

type SettingsHeadProps = { title: string; back: ReactElement; detail?: ReactNode; children?: ReactNode }

/** Name of what is set here, the way back, and what can be done with it. */
export function SettingsHead({ title, back, detail, children }: SettingsHeadProps) {
  useDocumentTitle(title)
  return (
    <header className="page-head settings-head">
      {back}
      <h1 className="page-title truncate" title={title}>
        {title}
      </h1>
      {detail}
      <div className="page-actions">{children}</div>
    </header>
  )
}

export const backIcon = <ChevronLeft size={18} aria-hidden />
