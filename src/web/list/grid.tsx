// biome-ignore-all lint/a11y/useSemanticElements: rows stand at their place in a list of thousands, which table elements cannot do
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { Virtualizer } from '@tanstack/react-virtual'
import { lazy, Suspense, useCallback, useId, useMemo, useRef, useState } from 'react'
import type { ListQuery } from '../api/records.ts'
import { Loading } from '../ui/loading.tsx'
import { useWords } from '../words/words.ts'
import { CellPencil } from './cell-pencil.tsx'
import type { GridLayout } from './columns.ts'
import { useDensity } from './density.ts'
import { GridHead } from './grid-head.tsx'
import { cellId, GridRow } from './grid-row.tsx'
import { fileSearch } from './list-query.ts'
import type { ListRow } from './list-rows.ts'
import type { RowsProps } from './rows-props.ts'
import { useCells } from './use-cells.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useRows } from './use-rows.ts'
import { useWidths } from './use-widths.ts'

const CellEditor = lazy(() => import('./cell-editor.tsx').then((part) => ({ default: part.CellEditor })))
const QuickLook = lazy(() => import('../file/quick-look.tsx').then((part) => ({ default: part.QuickLook })))
const headHeight = 34

/** Rows under sortable headings; only those in sight are drawn, one of them is at hand for the keyboard. */
export function Grid({ object, rows, total, query, shape, selection, onChange, onEnd, isLoadingMore }: RowsProps) {
  const { labelOfMany } = useWords()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const { isCompact, rowHeight } = useDensity()
  const { layout, resize } = useWidths(object, shape, onChange)
  const place = `${object.name}${JSON.stringify(query)}`
  const { virtual, places } = useRows({ scroller, rows, rowHeight, margin: headHeight, place, onEnd })
  const [at, setAt] = useState(-1)
  const cells = useCells({ grid, layout, rows, rowHeight, headHeight, at })
  const search = useMemo(() => fileSearch(query), [query])
  const open = useOpen(object.path, search)
  const hrefOf = useHrefs(object.path, search)
  const [looked, look] = useState<string>()
  const showRow = (index: number): void => virtual.scrollToIndex(index)
  const onKeyDown = useGridKeys({ rows, at, setAt, selection, open, look, showRow, cells })
  const lookedAt = looked ? rows.findIndex(({ record }) => record.id === looked) : -1
  const lookAt = (id: string): void => {
    const index = rows.findIndex(({ record }) => record.id === id)
    setAt(index)
    showRow(index)
    look(id)
  }
  const atId = rows[at] && (cells.atField ? cellId(`${id}-${at}`, cells.atField) : `${id}-${at}`)
  const told = toldOf(layout, { name: labelOfMany(object.label), total, at: atId })
  return (
    <div ref={scroller} className={isCompact ? 'grid-scroll grid-compact' : 'grid-scroll'}>
      <div className="grid-whole" style={{ minWidth: layout.least }}>
        <div ref={grid} role="grid" tabIndex={0} onKeyDown={onKeyDown} {...told}>
          <GridHead
            layout={layout}
            query={query}
            selection={selection}
            rowCount={rows.length}
            {...{ onChange, resize }}
          />
          <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
            {inSight(virtual, { rows, places }).map(({ row, index, top, element }) => (
              <GridRow
                key={element}
                id={`${id}-${index}`}
                index={index}
                top={top}
                row={row}
                layout={layout}
                href={hrefOf(row.record.id)}
                isAt={index === at}
                atField={index === at ? cells.atField : undefined}
                isSelected={selection.ids.has(row.record.id)}
                isStill={cells.editing !== undefined}
                onToggle={selection.toggle}
                onOpen={open}
                onLook={look}
              />
            ))}
          </div>
        </div>
        {!cells.editing && <CellPencil grid={grid} cellAt={cells.cellAt} onEdit={cells.begin} />}
        <Suspense fallback={null}>
          {cells.editing && <CellEditor object={object} cell={cells.editing} onEnd={cells.end} />}
        </Suspense>
      </div>
      {isLoadingMore && <Loading />}
      <Suspense fallback={null}>
        {looked && lookedAt >= 0 && (
          <QuickLook
            object={object}
            id={looked}
            search={search}
            previous={rows[lookedAt - 1]?.record.id}
            next={rows[lookedAt + 1]?.record.id}
            onShow={lookAt}
            onClose={() => look(undefined)}
          />
        )}
      </Suspense>
    </div>
  )
}

function toldOf({ columns }: GridLayout, { name, total, at }: { name: string; total: number; at?: string }) {
  return {
    'aria-label': name,
    'aria-rowcount': total + 1,
    'aria-colcount': columns.length + 1,
    'aria-multiselectable': true,
    'aria-activedescendant': at,
  }
}

type InSight = { rows: readonly ListRow[]; places: number }

/** The rows to be drawn, each with the element that serves for it. While the list moves the elements stay in their order, as moving one costs as much as a new one; at rest they stand as they are read. */
function inSight(virtual: Virtualizer<HTMLDivElement, Element>, { rows, places }: InSight) {
  const shown = virtual.getVirtualItems().flatMap(({ index, start }) => {
    const row = rows[index]
    return row ? [{ row, index, top: start - headHeight, element: index % places }] : []
  })
  return virtual.isScrolling ? shown.toSorted((one, other) => one.element - other.element) : shown
}

function useOpen(path: string, search: ListQuery): (id: string) => void {
  const navigate = useNavigate()
  return useCallback(
    (id) => void navigate({ to: '/o/$path/$id', params: { path, id }, search }),
    [navigate, path, search],
  )
}

/** The addresses of files; the router makes one, and that one serves for all. */
function useHrefs(path: string, search: ListQuery): (id: string) => string {
  const router = useRouter()
  return useMemo(() => {
    const { href } = router.buildLocation({ to: '/o/$path/$id', params: { path, id: '~' }, search })
    return (id) => href.replace('~', id)
  }, [router, path, search])
}
