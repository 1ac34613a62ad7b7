import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { GridLayout } from './columns.ts'
import { type EditableCell, editableCell } from './editable-cell.ts'
import type { ListRow } from './list-rows.ts'

type Cells = {
  grid: RefObject<HTMLElement | null>
  layout: GridLayout
  rows: readonly ListRow[]
  rowHeight: number
  headHeight: number
  /** The row that the keyboard stands on. */
  at: number
}

/** Which cell of its row the keyboard stands on, and which one is being changed. */
export function useCells({ grid, layout, rows, rowHeight, headHeight, at }: Cells) {
  const [column, setColumn] = useState(-1)
  const [editing, setEditing] = useState<EditableCell>()
  const { columns } = layout
  const atField = columns[column]?.field.name
  const cellAt = useCallback(
    (row: number, name: string) => {
      const [shown, field] = [rows[row], columns.find(({ field }) => field.name === name)]
      return shown && field && editableCell(shown, field, { row, top: headHeight + row * rowHeight })
    },
    [rows, columns, rowHeight, headHeight],
  )
  const move = (step: 1 | -1): void => setColumn(Math.max(-1, Math.min(columns.length - 1, column + step)))
  /** The cell that the keyboard stands on, else the first of the row that can be changed. */
  const edit = (): void => {
    const names = atField ? [atField] : columns.map(({ field }) => field.name)
    setEditing(names.map((name) => cellAt(at, name)).find((cell) => cell !== undefined))
  }
  const end = (): void => {
    setEditing(undefined)
    grid.current?.focus({ preventScroll: true })
  }
  useEffect(() => {
    if (atField) grid.current?.querySelector('.grid-cell-at')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [grid, atField])
  return { atField, move, edit, cellAt, editing, begin: setEditing, end }
}
