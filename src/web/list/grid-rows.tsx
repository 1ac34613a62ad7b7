import { memo } from 'react'
import type { GridLayout } from './columns.ts'
import { GridRow, type GridRowProps } from './grid-row.tsx'
import { useRowWords } from './use-row-words.ts'
import type { ShownRow } from './use-rows.ts'

type GridRowsProps = Pick<GridRowProps, 'isStill' | 'atField' | 'onToggle' | 'onOpen' | 'onLook'> & {
  shown: readonly ShownRow[]
  isMoving: boolean
  /** The id of the grid, with which those of its rows begin. */
  grid: string
  layout: GridLayout
  hrefOf: (id: string) => string
  at: number
  selected: ReadonlySet<string>
}

/** The rows that are drawn, looked at again only when they are others or are shown otherwise: not with each move of the list. */
export const GridRows = memo(function GridRows({
  shown,
  isMoving,
  grid,
  hrefOf,
  at,
  atField,
  selected,
  ...rest
}: GridRowsProps) {
  const words = useRowWords()
  return inOrder(shown, isMoving).map(({ row, index, top, element }) => (
    <GridRow
      key={element}
      id={`${grid}-${index}`}
      href={hrefOf(row.record.id)}
      isAt={index === at}
      atField={index === at ? atField : undefined}
      isSelected={selected.has(row.record.id)}
      {...{ index, top, row, words, ...rest }}
    />
  ))
})

/** While the list moves the elements stay in their order, as moving one costs as much as a new one; at rest they stand as they are read. */
function inOrder(shown: readonly ShownRow[], isMoving: boolean): readonly ShownRow[] {
  return isMoving ? shown.toSorted((one, other) => one.element - other.element) : shown
}
