import { lazy } from 'react'
import { isRelativeDay } from '#shared/relative-day'
import type { CellProps, KindWeb } from '../../web/kind-web.ts'
import { useWords } from '../../web/words/words.ts'

const Input = lazy(() => import('../../web/ui/inputs/date-input.tsx').then((part) => ({ default: part.DateInput })))

function Cell({ value }: CellProps) {
  const { format } = useWords()
  const text = String(value)
  const told = isRelativeDay(text)
    ? format.relativeDay(text)
    : /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? format.date(text)
      : text
  return <span className="nowrap">{told}</span>
}

export const web: KindWeb = { Cell, Input, width: 130 }
