// biome-ignore-all lint/a11y/useSemanticElements: rows stand at their place in a list of thousands, which table elements cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its row by aria-activedescendant
import { PanelRight } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import type { RecordWire } from '#shared/wire'
import { RecordValue } from '../ui/field-value.tsx'
import { cellClass, type GridLayout } from './columns.ts'
import type { ListRow } from './list-rows.ts'
import { TitleLink } from './title-link.tsx'
import type { RowWords } from './use-row-words.ts'

export type GridRowProps = {
  id: string
  index: number
  top: number
  row: ListRow
  layout: GridLayout
  words: RowWords
  href: string
  isAt: boolean
  /** The field of the cell that the keyboard stands on, in the row that it is at. */
  atField?: string
  isSelected: boolean
  /** A click beside a value that is being changed does not leave it. */
  isStill: boolean
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
  isStill,
  ...rest
}: GridRowProps) {
  const { layout, words, href, onToggle, onOpen, onLook } = rest
  const { record } = row
  const title = words.titleOf(layout.object, record) || words.untitled
  const openRow = (event: MouseEvent): void => {
    const onControl = event.target instanceof Element && event.target.closest('a, input, button') !== null
    if (!isStill && !onControl && getSelection()?.isCollapsed !== false) onOpen(record.id)
  }
  const told = { 'aria-rowindex': index + 2, 'aria-selected': isSelected }
  const place = { gridTemplateColumns: layout.template, top }
  const className = isAt ? 'grid-row grid-row-at' : 'grid-row'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way is Enter on the grid, which names this row
    <div id={id} role="row" tabIndex={-1} className={className} style={place} onClick={openRow} {...told}>
      <div role="gridcell" className="grid-check">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words.select(title)}
          checked={isSelected}
          onChange={() => onToggle(record.id)}
        />
      </div>
      {layout.columns.map((column) => {
        const { field, isTitle, left } = column
        const isCellAt = field.name === atField
        return (
          <div
            key={field.name}
            role="gridcell"
            id={isCellAt ? cellId(id, atField) : undefined}
            data-field={field.name}
            className={isCellAt ? `${cellClass(column)} grid-cell-at` : cellClass(column)}
            style={left === undefined ? undefined : { left }}
          >
            {isTitle ? (
              <RowTitle {...{ layout, words, record, title, href, onOpen, onLook }} />
            ) : (
              <RecordValue object={layout.object} field={field} record={record} titles={row.titles} dense />
            )}
          </div>
        )
      })}
    </div>
  )
})

/** What the grid calls the cell that the keyboard stands on. */
export function cellId(row: string, field: string): string {
  return `${row}-${field}`
}

type RowTitleProps = Pick<GridRowProps, 'layout' | 'words' | 'href' | 'onOpen' | 'onLook'> & {
  record: RecordWire
  title: string
}

/** One and the same for all rows, so that none draws it anew. */
const lookIcon = <PanelRight size={15} strokeWidth={1.75} aria-hidden />

function RowTitle({ layout, words, record, title, href, onOpen, onLook }: RowTitleProps) {
  return (
    <>
      <TitleLink object={layout.object} record={record} title={title} href={href} onOpen={() => onOpen(record.id)} />
      <button
        type="button"
        tabIndex={-1}
        className="icon-button grid-look"
        aria-label={words.look(title)}
        title={words.hint}
        onClick={() => onLook(record.id)}
      >
        {lookIcon}
      </button>
    </>
  )
}
