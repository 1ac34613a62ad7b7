import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type EmptyStateProps = { icon: LucideIcon; title: string; text?: string; children?: ReactNode; wholePage?: boolean }

/** Nothing here: says why, and what to do next. */
export function EmptyState({ icon: Drawn, title, text, children, wholePage }: EmptyStateProps) {
  const Title = wholePage ? 'h1' : 'h2'
  return (
    <div className="state">
      <span className="state-icon">
        <Drawn size={22} strokeWidth={1.5} aria-hidden />
      </span>
      <Title className="state-title">{title}</Title>
      {text && <p className="muted">{text}</p>}
      {children && <div className="state-actions">{children}</div>}
    </div>
  )
}
