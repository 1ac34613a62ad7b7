import { type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
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
    rangeExtractor: useDrawn(useIsPainted(rows.length > 0)),
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

/** Whether what there is to show has been painted once. */
function useIsPainted(hasRows: boolean): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    if (!hasRows) return
    let timer: ReturnType<typeof setTimeout>
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [hasRows])
  return isPainted
}

/** Which rows are drawn, at first those in sight alone; the same list for as long as they reach. */
function useDrawn(isPainted: boolean): (range: Range) => number[] {
  const drawn = useRef({ reach: noRows, places: [] as number[] })
  return useCallback(
    ({ startIndex, endIndex, count }) => {
      const sight = { from: startIndex, to: endIndex + 1 }
      const reach = isPainted ? windowAround(sight, drawn.current.reach) : sight
      const many = Math.max(0, Math.min(reach.to, count) - reach.from)
      if (reach !== drawn.current.reach || many !== drawn.current.places.length) {
        const places = Array.from({ length: many }, (_, at) => reach.from + at)
        // What is drawn first is no place that one goes on from.
        drawn.current = { reach: isPainted ? reach : noRows, places }
      }
      return drawn.current.places
    },
    [isPainted],
  )
}
