import type { ReactNode } from 'react'

type PageHeadProps = { title: string; detail?: ReactNode; children?: ReactNode }

/** Name of the page, a fact beside it, and its actions. */
export function PageHead({ title, detail, children }: PageHeadProps) {
  return (
    <header className="page-head">
      <h1 className="page-title truncate" title={title}>
        {title}
      </h1>
      {detail && <span className="meta page-detail">{detail}</span>}
      <div className="page-actions">{children}</div>
    </header>
  )
}
