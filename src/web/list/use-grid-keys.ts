import { type KeyboardEvent, useEffect, useEffectEvent } from 'react'
import { isCovered, isTyping } from '../ui/typing.ts'
import type { useCells } from './use-cells.ts'
import type { ListRow } from './use-list.ts'
import type { Selection } from './use-selection.ts'

type GridKeys = {
  rows: readonly ListRow[]
  at: number
  setAt: (index: number) => void
  selection: Selection
  open: (id: string) => void
  /** Shows the record beside the list. */
  look: (id: string) => void
  showRow: (index: number) => void
  cells: Pick<ReturnType<typeof useCells>, 'move' | 'edit'>
}

const letters = new Set(['j', 'k', 'x', 'e'])
const steps: Record<string, number> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }

/**
 * j and k or the arrows move, Enter opens, the space bar shows beside the list, x chooses, e or F2 changes a cell: in the grid, and j, k,
 * x, e from anywhere that is no input.
 */
export function useGridKeys({
  rows,
  at,
  setAt,
  selection,
  open,
  look,
  showRow,
  cells,
}: GridKeys): (event: KeyboardEvent) => void {
  const act = useEffectEvent((event: KeyboardEvent | globalThis.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isCovered()) return
    const record = rows[at]?.record.id
    const step = steps[event.key]
    if (step !== undefined) {
      const next = Math.max(0, Math.min(rows.length - 1, at + step))
      setAt(next)
      showRow(next)
    } else if (event.key === 'x' && record) selection.toggle(record)
    else if (event.key === 'Enter' && record) open(record)
    else if (event.key === ' ' && record) look(record)
    else if (event.key === 'ArrowRight' && record) cells.move(1)
    else if (event.key === 'ArrowLeft' && record) cells.move(-1)
    else if ((event.key === 'e' || event.key === 'F2') && record) cells.edit()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      const isElsewhere = !(event.target instanceof Element && event.target.closest('[role="grid"], .card-list'))
      if (isElsewhere && letters.has(event.key)) act(event)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (event) => {
    const onControl = event.target instanceof Element && event.target.closest('button, a, input') !== null
    if (!onControl || letters.has(event.key)) act(event)
  }
}
