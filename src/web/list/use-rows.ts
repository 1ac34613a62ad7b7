import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import type { ListRow } from './list-rows.ts'

const places = new Map<string, number>()
const keptPlaces = 50

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
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: margin,
    initialOffset: () => places.get(place) ?? 0,
    getItemKey: (index) => rows[index]?.record.id ?? index,
  })
  const lastInSight = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (lastInSight >= rows.length - 15) onEnd()
  }, [lastInSight, rows.length, onEnd])
  useEffect(() => {
    const element = scroller.current
    return () => {
      places.delete(place)
      places.set(place, element?.scrollTop ?? 0)
      const oldest = places.keys().next().value
      if (places.size > keptPlaces && oldest !== undefined) places.delete(oldest)
    }
  }, [scroller, place])
  return virtual
}
