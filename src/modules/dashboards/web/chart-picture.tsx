import { useEffect, useRef } from 'react'
import { useThemeMode } from '../../../web/theme/theme-mode.ts'
import { type Drawing, optionOf } from './chart-option.ts'
import { init } from './echarts.ts'
import { paletteOf } from './palette.ts'

export type PictureProps = Omit<Drawing, 'palette' | 'moves'> & {
  height: number
  /** The place among the slices of what was chosen. */
  onPick: (at: number) => void
}

/** A chart, drawn as large as its place; it begins without movement for whoever asked for less of it. */
export function ChartPicture({ height, onPick, form, slices, isTimeline, description }: PictureProps) {
  const place = useRef<HTMLDivElement>(null)
  const drawing = { form, slices, isTimeline, description }
  const now = useRef({ drawing, onPick })
  const { mode } = useThemeMode()
  useEffect(() => {
    now.current = { drawing, onPick }
  })
  const key = JSON.stringify(drawing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when it says something else, and in another mode
  useEffect(() => {
    if (!place.current) return undefined
    const chart = init(place.current, null, { renderer: 'svg' })
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
  return <div ref={place} role="img" aria-label={description} className="chart-picture" style={{ height }} />
}
