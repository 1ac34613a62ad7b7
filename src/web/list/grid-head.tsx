// biome-ignore-all lint/a11y/useSemanticElements: rows stand at their place in a list of thousands, which table elements cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its row by aria-activedescendant
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ListQuery } from '../api/records.ts'
import { useWords } from '../words/words.ts'
import { type Column, cellClass, type GridLayout } from './columns.ts'
import type { ChangeQuery } from './list-page.tsx'
import { readSort, turnSort } from './sort-keys.ts'
import type { Selection } from './use-selection.ts'

type GridHeadProps = {
  layout: GridLayout
  query: ListQuery
  selection: Selection
  rowCount: number
  onChange: ChangeQuery
}

export function GridHead({ layout, query, selection, rowCount, onChange }: GridHeadProps) {
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
          <Heading key={column.field.name} column={column} query={query} onChange={onChange} />
        ))}
      </div>
    </div>
  )
}

function Heading({ column, query, onChange }: { column: Column; query: ListQuery; onChange: ChangeQuery }) {
  const { t, label } = useWords()
  const { field } = column
  const name = label(field.label)
  const keys = readSort(query.sort)
  const at = keys.findIndex((key) => key.field === field.name)
  const direction = at < 0 ? undefined : keys[at]?.descending ? 'descending' : 'ascending'
  const className = cellClass(column)
  if (!field.sortable) {
    return (
      <div role="columnheader" className={className} title={name}>
        <span className="truncate">{name}</span>
      </div>
    )
  }
  return (
    <div role="columnheader" className={className} aria-sort={direction ?? 'none'}>
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
    </div>
  )
}
