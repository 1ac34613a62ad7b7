import { Pencil } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { useWords } from '../words/words.ts'
import { type CellPlace, type EditableCell, placeOf } from './editable-cell.ts'

type CellPencilProps = {
  grid: RefObject<HTMLElement | null>
  /** The cell under the pointer, where its reader may change it. */
  cellAt: (row: number, field: string) => EditableCell | undefined
  onEdit: (cell: EditableCell) => void
}

/** One pencil for the whole grid, at the cell under the pointer: one for each cell would be thousands while scrolling. */
export function CellPencil({ grid, cellAt, onEdit }: CellPencilProps) {
  const { t, label } = useWords()
  const [over, setOver] = useState<{ cell: EditableCell; place: CellPlace }>()
  useEffect(() => {
    const element = grid.current
    if (!element) return
    const follow = ({ target }: PointerEvent): void => {
      if (!(target instanceof Element)) return
      const shown = target.closest<HTMLElement>('[data-field]')
      const row = shown?.closest('[role="row"]')?.getAttribute('aria-rowindex')
      const cell = shown && row ? cellAt(Number(row) - 2, shown.dataset.field ?? '') : undefined
      setOver(shown && cell ? { cell, place: placeOf(shown) } : undefined)
    }
    const leave = ({ relatedTarget }: PointerEvent): void => {
      const onPencil = relatedTarget instanceof Element && relatedTarget.closest('.cell-pencil')
      if (!onPencil) setOver(undefined)
    }
    element.addEventListener('pointerover', follow)
    element.addEventListener('pointerleave', leave)
    return () => {
      element.removeEventListener('pointerover', follow)
      element.removeEventListener('pointerleave', leave)
    }
  }, [grid, cellAt])
  if (!over) return null
  const { cell, place } = over
  return (
    <button
      type="button"
      tabIndex={-1}
      className="icon-button cell-pencil"
      style={{ top: cell.top + 7, left: place.left + place.width - 30 }}
      aria-label={t('list.editCell', { name: label(cell.field.label) })}
      title={t('list.editHint', { name: label(cell.field.label) })}
      onClick={() => onEdit(cell)}
    >
      <Pencil size={13} aria-hidden />
    </button>
  )
}
