import { type KeyboardEvent, useState } from 'react'

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Arrow keys go from cell to cell (`data-cell="row,column"`), past places where there is none; Tab sees one of them, at first `first`. */
export function useMatrixKeys({ rows, columns, first = '0,1' }: { rows: number; columns: number; first?: string }) {
  const [at, setAt] = useState(first)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { currentTarget: table, target, key } = event
    // What a cell has opened stands elsewhere and has keys of its own.
    if (!(target instanceof HTMLElement) || !table.contains(target)) return
    const step = steps[key]
    const from = placeOf(target)
    if (!step || !from) return
    event.preventDefault()
    let [row, column] = from
    let next: HTMLElement | null = null
    while (!next) {
      row += step[0]
      column += step[1]
      if (row < 0 || column < 0 || row >= rows || column >= columns) return
      next = table.querySelector(`[data-cell="${row},${column}"]`)
    }
    focusOn(next)
  }
  const onFocus = ({ target }: { target: EventTarget }): void => {
    const place = target instanceof HTMLElement ? target.dataset.cell : undefined
    if (place) setAt(place)
  }
  return { at, table: { onKeyDown, onFocus } }
}

function placeOf(target: HTMLElement): [number, number] | undefined {
  const [row, column] = (target.dataset.cell ?? '').split(',').map(Number)
  return row === undefined || column === undefined ? undefined : [row, column]
}

function focusOn(cell: HTMLElement): void {
  cell.focus()
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
