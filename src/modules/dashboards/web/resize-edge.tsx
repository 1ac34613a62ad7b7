import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type ChartWidth, chartWidths } from '#shared/chart'
import { useWords } from '../../../web/words/words.ts'

type ResizeEdgeProps = {
  title: string
  width: ChartWidth
  /** While it is drawn. */
  onDraw: (width: ChartWidth) => void
  onResize: (width: ChartWidth) => void
}

/** The edge of a chart: drawn by the pointer to the nearest of the widths, or moved by the arrows. */
export function ResizeEdge({ title, width, onDraw, onResize }: ResizeEdgeProps) {
  const { t } = useWords()
  const isDrawn = useRef(false)
  const at = chartWidths.indexOf(width)
  const begin = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    isDrawn.current = true
  }
  const follow = (event: PointerEvent<HTMLElement>, use: (width: ChartWidth) => void): void => {
    if (isDrawn.current) use(widthAt(event))
  }
  const byKey = (event: KeyboardEvent): void => {
    const next = chartWidths[at + ({ ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0)]
    if (!next || next === width) return
    event.preventDefault()
    onResize(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule across the page cannot be drawn
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('dashboards.resize', { title })}
      aria-valuenow={at + 1}
      aria-valuemin={1}
      aria-valuemax={chartWidths.length}
      aria-valuetext={t(`dashboards.widths.${width}`)}
      className="chart-edge"
      onPointerDown={begin}
      onPointerMove={(event) => follow(event, onDraw)}
      onPointerUp={(event) => {
        follow(event, onResize)
        isDrawn.current = false
      }}
      onKeyDown={byKey}
    />
  )
}

/** The width that ends nearest to the pointer. */
function widthAt({ clientX, currentTarget }: PointerEvent<HTMLElement>): ChartWidth {
  const card = currentTarget.parentElement?.getBoundingClientRect()
  const row = currentTarget.parentElement?.parentElement?.getBoundingClientRect()
  const share = card && row ? (clientX - card.left) / row.width : 1
  if (share < 0.42) return 'third'
  return share < 0.75 ? 'half' : 'full'
}
