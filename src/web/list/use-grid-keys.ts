import { type KeyboardEvent, useEffect, useEffectEvent } from 'react'
import { isShortcut, type ShortcutName } from '../shortcuts/shortcuts.ts'
import { isCovered } from '../ui/typing.ts'
import type { ListRow } from './list-rows.ts'
import type { useCells } from './use-cells.ts'
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

type Pressed = KeyboardEvent | globalThis.KeyboardEvent

const steps = { next: 1, previous: -1, farNext: 12, farPrevious: -12 } as const
const stepNames = ['next', 'previous', 'farNext', 'farPrevious'] as const
const byLetter: readonly ShortcutName[] = ['next', 'previous', 'choose', 'edit']

function isLetter(event: Pressed): boolean {
  return event.key.length === 1 && byLetter.some((name) => isShortcut(event, name))
}

/** Moves through the rows, opens them, shows them beside the list, chooses them and changes a cell: in the grid, and by letters from anywhere that is no input. */
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
  const act = useEffectEvent((event: Pressed): void => {
    if (isCovered()) return
    const means = (name: ShortcutName): boolean => isShortcut(event, name)
    const record = rows[at]?.record.id
    const step = stepNames.find(means)
    if (step) {
      const next = Math.max(0, Math.min(rows.length - 1, at + steps[step]))
      setAt(next)
      showRow(next)
    } else if (!record) return
    else if (means('choose')) selection.toggle(record)
    else if (means('open')) open(record)
    else if (means('look')) look(record)
    else if (means('nextCell')) cells.move(1)
    else if (means('previousCell')) cells.move(-1)
    else if (means('edit')) cells.edit()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      const isElsewhere = !(event.target instanceof Element && event.target.closest('[role="grid"], .card-list'))
      if (isElsewhere && isLetter(event)) act(event)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (event) => {
    const onControl = event.target instanceof Element && event.target.closest('button, a, input') !== null
    if (!onControl || isLetter(event)) act(event)
  }
}
