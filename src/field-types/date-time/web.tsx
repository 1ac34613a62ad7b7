import { lazy } from 'react'
import { isRelativeDay } from '#shared/relative-day'
import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { useWords } from '../../web/words/words.ts'

const DateInput = lazy(() => import('../../web/ui/inputs/date-input.tsx').then((part) => ({ default: part.DateInput })))

function Cell({ value, dense }: CellProps) {
  const { format } = useWords()
  const text = String(value)
  if (isRelativeDay(text)) return <span className="nowrap">{format.relativeDay(text)}</span>
  if (Number.isNaN(Date.parse(text))) return <span>{text}</span>
  return (
    <time dateTime={text} title={format.dateTime(text)} className="nowrap">
      {dense ? format.shortDateTime(text) : format.dateTime(text)}
    </time>
  )
}

function Input(props: InputProps) {
  return <DateInput {...props} withTime />
}

export const web: KindWeb = { Cell, Input, width: 150 }
