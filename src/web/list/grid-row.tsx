// biome-ignore-all lint/a11y/useSemanticElements: rows stand at their place in a list of thousands, which table elements cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its row by aria-activedescendant
import { PanelRight } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import type { ListQuery } from '../api/records.ts'
import { RecordValue } from '../ui/field-value.tsx'
import { titleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'
import { type Column, cellClass, type GridLayout } from './columns.ts'
import type { ListRow } from './list-rows.ts'
import { TitleLink } from './title-link.tsx'

type GridRowProps = {
  id: string
  index: number
  top: number
  row: ListRow
  layout: GridLayout
  search: ListQuery
  isAt: boolean
  /** The field of the cell that the keyboard stands on, in the row that it is at. */
  atField?: string
  isSelected: boolean
  onToggle: (id: string) => void
  onOpen: (id: string) => void
  onLook: (id: string) => void
}

export const GridRow = memo(function GridRow({
  id,
  index,
  top,
  row,
  isAt,
  atField,
  isSelected,
  ...rest
}: GridRowProps) {
  const { t } = useWords()
  const { layout, search, onToggle, onOpen, onLook } = rest
  const { record } = row
  const title = titleOf(layout.object, record) || t('state.untitled')
  const openRow = (event: MouseEvent): void => {
    const onControl = event.target instanceof Element && event.target.closest('a, input, button') !== null
    if (!onControl && getSelection()?.isCollapsed !== false) onOpen(record.id)
  }
  const told = { 'aria-rowindex': index + 2, 'aria-selected': isSelected }
  const place = { gridTemplateColumns: layout.template, transform: `translateY(${top}px)` }
  const className = isAt ? 'grid-row grid-row-at' : 'grid-row'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way is Enter on the grid, which names this row
    <div id={id} role="row" tabIndex={-1} className={className} style={place} onClick={openRow} {...told}>
      <div role="gridcell" className="grid-check">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('list.select', { title })}
          checked={isSelected}
          onChange={() => onToggle(record.id)}
        />
      </div>
      {layout.columns.map((column) => (
        <Cell
          key={column.field.name}
          id={column.field.name === atField ? cellId(id, atField) : undefined}
          column={column}
          row={row}
          layout={layout}
          title={title}
          search={search}
          onLook={onLook}
        />
      ))}
    </div>
  )
})

/** What the grid calls the cell that the keyboard stands on. */
export function cellId(row: string, field: string): string {
  return `${row}-${field}`
}

type CellProps = {
  /** Of the cell that the keyboard stands on alone. */
  id?: string
  column: Column
  row: ListRow
  layout: GridLayout
  title: string
  search: ListQuery
  onLook: (id: string) => void
}

function Cell({ id, column, row: { record, titles }, layout, title, search, onLook }: CellProps) {
  const { t } = useWords()
  const { field, isTitle } = column
  const className = id ? `${cellClass(column)} grid-cell-at` : cellClass(column)
  return (
    <div role="gridcell" id={id} data-field={field.name} className={className} style={{ left: column.left }}>
      {isTitle ? (
        <>
          <TitleLink object={layout.object} record={record} title={title} search={search} />
          <button
            type="button"
            tabIndex={-1}
            className="icon-button grid-look"
            aria-label={t('look.at', { title })}
            title={t('look.hint')}
            onClick={() => onLook(record.id)}
          >
            <PanelRight size={15} strokeWidth={1.75} aria-hidden />
          </button>
        </>
      ) : (
        <RecordValue field={field} record={record} titles={titles} dense />
      )}
    </div>
  )
}
