import type { ReactNode } from 'react'
import { useWords } from '../../words/words.ts'
import './counted.css'

type CountedProps = { counts: ReadonlyMap<string, number> | undefined; value: unknown; children: ReactNode }

/** A value to choose, with how many have it where that was counted. */
export function Counted({ counts, value, children }: CountedProps) {
  const { format } = useWords()
  if (!counts) return children
  return (
    <span className="counted">
      <span className="truncate">{children}</span>
      <span className="meta">{format.number(counts.get(String(value)) ?? 0)}</span>
    </span>
  )
}
