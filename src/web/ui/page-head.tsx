import type { ReactNode } from 'react'

import { PageStar } from '../favourites/favourite-star.tsx'

type PageHeadProps = {
  title: string
  detail?: ReactNode
  /** Of what the page shows, where that is not the page itself. */
  star?: ReactNode
  children?: ReactNode
}

/** Name of the page, a fact beside it, and its actions. */
export function PageHead({ title, detail, star = <PageStar />, children }: PageHeadProps) {
  return (
    <header className="page-head">
      <h1 className="page-title truncate" title={title}>
        {title}
      </h1>
      {star}
      {detail && <span className="meta page-detail">{detail}</span>}
      <div className="page-actions">{children}</div>
    </header>
  )
}
