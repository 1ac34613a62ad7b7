import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useThemeMode } from '../theme/theme-mode.ts'
import { type Drawing, optionOf } from './chart-option.ts'
import { init } from './echarts.ts'
import { paletteOf } from './palette.ts'
import './chart.css'

export type PictureProps = Omit<Drawing, 'palette' | 'moves'> & {
  height: number
  /** The place among the slices of what was chosen. */
  onPick: (at: number) => void
}

type Drawn = ReturnType<typeof init>

/** A chart, drawn as large as its place; the arrows go from part to part, and Enter opens what the pointer would. */
export function ChartPicture({ height, onPick, form, slices, isTimeline, description }: PictureProps) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef<Drawn>(undefined)
  const drawing = { form, slices, isTimeline, description }
  const now = useRef({ drawing, onPick })
  const [at, setAt] = useState(-1)
  const { mode } = useThemeMode()
  useEffect(() => {
    now.current = { drawing, onPick }
  })
  const key = JSON.stringify(drawing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when it says something else, and in another mode
  useEffect(() => {
    if (!place.current) return undefined
    const chart = init(place.current, null, { renderer: 'svg' })
    drawn.current = chart
    // It begins without movement for whoever asked for less of it.
    const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches
    chart.setOption(optionOf({ ...now.current.drawing, palette: paletteOf(), moves }))
    chart.on('click', ({ dataIndex }) => {
      if (dataIndex !== undefined) now.current.onPick(dataIndex)
    })
    const size = new ResizeObserver(() => chart.resize())
    size.observe(place.current)
    return () => {
      size.disconnect()
      chart.dispose()
    }
  }, [key, mode])
  const show = (next: number): void => {
    setAt(next)
    point(drawn.current, next)
  }
  const act = (event: KeyboardEvent): void => {
    const next = stepped(event.key, at, slices.length)
    if (next !== undefined) show(next)
    else if (event.key === 'Enter' && at >= 0) onPick(at)
    else return
    event.preventDefault()
  }
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={description}
      aria-activedescendant={slices[at] && `${id}-${at}`}
      className="chart-picture"
      style={{ height }}
      onKeyDown={act}
      onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && show(Math.max(at, 0))}
      onBlur={() => point(drawn.current)}
    >
      <div ref={place} aria-hidden style={{ height }} />
      {slices.map(({ value, text, told }, index) => (
        <span
          key={JSON.stringify(value)}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className="visually-hidden"
        >
          {text} {told}
        </span>
      ))}
    </div>
  )
}

/** Marks one part and says its figure, as under the pointer; or none. */
function point(chart: Drawn | undefined, dataIndex?: number): void {
  chart?.dispatchAction({ type: 'downplay' })
  const part = { seriesIndex: 0, dataIndex }
  if (dataIndex !== undefined) chart?.dispatchAction({ type: 'highlight', ...part })
  chart?.dispatchAction(dataIndex === undefined ? { type: 'hideTip' } : { type: 'showTip', ...part })
}

function stepped(key: string, at: number, count: number): number | undefined {
  const last = count - 1
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[key]
  return to === undefined ? undefined : Math.max(0, Math.min(last, to))
}
