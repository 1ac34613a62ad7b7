import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Filter } from '#shared/filter'
import type { ObjectWire } from '#shared/wire'

type StepsBehindProps = {
  /** Absent: the reader may see no step, the numbers alone. */
  steps?: ObjectWire
  where: Filter
  count: number
  children: ReactNode
}

/** Opens the steps behind a number. */
export function StepsBehind({ steps, where, count, children }: StepsBehindProps) {
  if (count === 0) return <span className="muted">{children}</span>
  if (!steps) return children
  return (
    <Link to="/o/$path" params={{ path: steps.path }} search={{ where }} className="link">
      {children}
    </Link>
  )
}
