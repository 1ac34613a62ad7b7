import type { FieldWire } from '#shared/wire'
import { isOpen } from '../file/is-open.ts'
import { canType } from '../form/form-values.ts'
import type { Column } from './columns.ts'
import type { ListRow } from './list-rows.ts'

/** A value in the grid that its reader may change: of which record, and how far below the top of the grid its row begins, in pixels. */
export type EditableCell = { id: string; field: FieldWire; row: number; top: number }

/** Where a cell is drawn in its row, in pixels. */
export type CellPlace = { left: number; width: number }

export function editableCell(
  { record }: ListRow,
  { field }: Column,
  place: Pick<EditableCell, 'row' | 'top'>,
): EditableCell | undefined {
  return canType(field) && isOpen(record) ? { id: record.id, field, ...place } : undefined
}

export function placeOf(cell: HTMLElement): CellPlace {
  return { left: cell.offsetLeft, width: cell.offsetWidth }
}
