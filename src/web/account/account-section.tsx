import { type ReactNode, useId } from 'react'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

type AccountSectionProps = {
  title: string
  text?: string
  actions?: ReactNode
  /** The data that the section stands on, where it has any. */
  query?: { isPending: boolean; error: Error | null; refetch: () => unknown }
  children?: ReactNode
}

/** One part of the page: its name, what it is for, its actions, and its content or the state of its loading. */
export function AccountSection({ title, text, actions, query, children }: AccountSectionProps) {
  const id = useId()
  return (
    <section className="account-section" aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{title}</h2>
          {text && <p className="muted">{text}</p>}
        </div>
        {actions && <div className="account-actions">{actions}</div>}
      </header>
      {query?.isPending && <Skeleton rows={2} />}
      {query?.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query?.isPending && !query?.error && children}
    </section>
  )
}
