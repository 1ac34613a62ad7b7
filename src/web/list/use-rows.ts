import { type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { ListRow } from './list-rows.ts'
import { mostDrawn, noRows, windowAround } from './row-window.ts'

const keptOffsets = new Map<string, number>()
const mostOffsets = 50
/** With so few rows left below, the next are asked for. */
const readAhead = 15

type UseRowsOptions = {
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly ListRow[]
  rowHeight: number
  /** What stands above the rows and stays in sight. */
  margin?: number
  /** Names this list, so that coming back shows the rows that were in sight. */
  place: string
  onEnd: () => void
}

export type ShownRow = {
  row: ListRow
  index: number
  top: number
  /** A row that has gone out of sight serves for one that comes in. */
  element: number
}

/** The rows in sight of a long list, all of one height, with more asked for near its end. */
export function useRows({ scroller, rows, rowHeight, margin = 0, place, onEnd }: UseRowsOptions) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollMargin: margin,
    scrollPaddingStart: margin,
    initialOffset: () => keptOffsets.get(place) ?? 0,
    rangeExtractor: useDrawn(),
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - readAhead) onEnd()
  }, [last, rows.length, onEnd])
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
  const places = mostDrawn(Math.ceil(height / rowHeight) + 1)
  // The library keeps its list as long as the rows to be drawn are the same.
  const shown = useMemo(
    () =>
      items.flatMap(({ index, start }): ShownRow[] => {
        const row = rows[index]
        return row ? [{ row, index, top: start - margin, element: index % places }] : []
      }),
    [items, rows, margin, places],
  )
  const showRow = (index: number): void => virtual.scrollToIndex(index)
  return { shown, isMoving: virtual.isScrolling, height: virtual.getTotalSize(), showRow }
}

/** Which rows are drawn; the same list for as long as they reach. */
function useDrawn(): (range: Range) => number[] {
  const drawn = useRef({ reach: noRows, places: [] as number[] })
  return useCallback(({ startIndex, endIndex, count }) => {
    const reach = windowAround({ from: startIndex, to: endIndex + 1 }, drawn.current.reach)
    const many = Math.max(0, Math.min(reach.to, count) - reach.from)
    if (reach !== drawn.current.reach || many !== drawn.current.places.length)
      drawn.current = { reach, places: Array.from({ length: many }, (_, at) => reach.from + at) }
    return drawn.current.places
  }, [])
}
