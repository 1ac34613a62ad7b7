import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import type { ListRow } from './list-rows.ts'

const keptOffsets = new Map<string, number>()
const mostOffsets = 50
/** With so few rows left below, the next are asked for. */
const readAhead = 15
/** Rows drawn beyond either edge. */
const overscan = 12

type UseRowsOptions = {
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly ListRow[]
  rowHeight: number
  margin?: number
  /** Names this list, so that coming back shows the rows that were in sight. */
  place: string
  onEnd: () => void
}

/** The rows in sight of a long list, with more asked for near its end. */
export function useRows({ scroller, rows, rowHeight, margin = 0, place, onEnd }: UseRowsOptions) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: margin,
    scrollPaddingStart: margin,
    initialOffset: () => keptOffsets.get(place) ?? 0,
    getItemKey: (index) => rows[index]?.record.id ?? index,
  })
  const lastInSight = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (lastInSight >= rows.length - readAhead) onEnd()
  }, [lastInSight, rows.length, onEnd])
  useEffect(() => {
    const element = scroller.current
    return () => {
      keptOffsets.delete(place)
      keptOffsets.set(place, element?.scrollTop ?? 0)
      const oldest = keptOffsets.keys().next().value
      if (keptOffsets.size > mostOffsets && oldest !== undefined) keptOffsets.delete(oldest)
    }
  }, [scroller, place])
  const height = virtual.scrollRect?.height ?? 0
  /** A row that has gone out of sight serves for one that comes in: as many as this are drawn at most. */
  const places = Math.ceil(height / rowHeight) + 1 + 2 * overscan
  return { virtual, places }
}
