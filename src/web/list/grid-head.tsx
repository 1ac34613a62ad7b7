// biome-ignore-all lint/a11y/useSemanticElements: rows stand at their place in a list of thousands, which table elements cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its row by aria-activedescendant
import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo } from 'react'
import type { ListQuery } from '../api/records.ts'
import { useWords } from '../words/words.ts'
import { type Column, cellClass, type GridLayout } from './columns.ts'
import type { ChangeQuery } from './list-page.tsx'
import { ResizeHandle } from './resize-handle.tsx'
import { readSort, turnSort } from './sort-keys.ts'
import type { Selection } from './use-selection.ts'
import type { Resize } from './use-widths.ts'

type GridHeadProps = {
  layout: GridLayout
  query: ListQuery
  selection: Selection
  rowCount: number
  onChange: ChangeQuery
  resize: Resize
}

export function GridHead({ layout, query, selection, rowCount, onChange, resize }: GridHeadProps) {
  const { t } = useWords()
  const isAll = selection.ids.size === rowCount
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-row" style={{ gridTemplateColumns: layout.template }}>
        <div role="columnheader" className="grid-check">
          <input
            type="checkbox"
            aria-label={t('list.selectAll')}
            checked={isAll}
            ref={(box) => {
              if (box) box.indeterminate = selection.ids.size > 0 && !isAll
            }}
            onChange={selection.toggleAll}
          />
        </div>
        {layout.columns.map((column) => (
          <Heading key={column.field.name} {...{ column, query, onChange, resize }} />
        ))}
      </div>
    </div>
  )
}

type HeadingProps = Pick<GridHeadProps, 'query' | 'onChange' | 'resize'> & { column: Column }

const Heading = memo(function Heading({ column, query, onChange, resize }: HeadingProps) {
  const { t, label } = useWords()
  const { field } = column
  const name = label(field.label)
  const keys = readSort(query.sort)
  const at = keys.findIndex((key) => key.field === field.name)
  const direction = at < 0 ? undefined : keys[at]?.descending ? 'descending' : 'ascending'
  const className = cellClass(column)
  if (!field.sortable) {
    return (
      <div role="columnheader" className={className} style={{ left: column.left }} title={name}>
        <span className="truncate">{name}</span>
        <ResizeHandle column={column} resize={resize} />
      </div>
    )
  }
  return (
    <div role="columnheader" className={className} style={{ left: column.left }} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        className="grid-sort"
        title={t('list.sortHint', { name })}
        onClick={(event) => onChange({ sort: turnSort(query.sort, field.name, event.shiftKey) })}
      >
        <span className="truncate">{name}</span>
        {direction === 'ascending' && <ArrowUp size={13} aria-hidden />}
        {direction === 'descending' && <ArrowDown size={13} aria-hidden />}
        {direction && keys.length > 1 && <span className="meta">{at + 1}</span>}
      </button>
      <ResizeHandle column={column} resize={resize} />
    </div>
  )
})
