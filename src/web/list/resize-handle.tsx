import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useWords } from '../words/words.ts'
import { type Column, widthLimits } from './columns.ts'
import type { Resize } from './use-widths.ts'

const step = 16

/** The edge of a heading: drawn by the pointer, or moved by the arrows. */
export function ResizeHandle({ column, resize }: { column: Column; resize: Resize }) {
  const { t, label } = useWords()
  const drag = useRef<{ from: number; width: number }>(undefined)
  const { field } = column
  const widthOf = (element: HTMLElement): number => element.parentElement?.offsetWidth ?? column.width
  const begin = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: event.clientX, width: widthOf(event.currentTarget) }
  }
  const follow = (event: PointerEvent, isEnd: boolean): void => {
    if (!drag.current) return
    resize(field.name, drag.current.width + event.clientX - drag.current.from, isEnd)
    if (isEnd) drag.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowRight' ? step : event.key === 'ArrowLeft' ? -step : 0
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    resize(field.name, widthOf(event.currentTarget) + by, true)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule across the page cannot be drawn
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('list.width', { name: label(field.label) })}
      aria-valuenow={column.width}
      aria-valuemin={widthLimits.least}
      aria-valuemax={widthLimits.most}
      className="grid-resize"
      onPointerDown={begin}
      onPointerMove={(event) => follow(event, false)}
      onPointerUp={(event) => follow(event, true)}
      onKeyDown={onKeyDown}
    />
  )
}
