// biome-ignore-all lint/a11y/useSemanticElements: rows stand at their place in a list of thousands, which table elements cannot do
import { useNavigate, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useId, useMemo, useRef, useState } from 'react'
import type { ListQuery } from '../api/records.ts'
import { Loading } from '../ui/loading.tsx'
import { useWords } from '../words/words.ts'
import { CellPencil } from './cell-pencil.tsx'
import type { GridLayout } from './columns.ts'
import { useDensity } from './density.ts'
import { GridHead } from './grid-head.tsx'
import { cellId } from './grid-row.tsx'
import { GridRows } from './grid-rows.tsx'
import { fileSearch } from './list-query.ts'
import type { RowsProps } from './rows-props.ts'
import { useAside } from './use-aside.ts'
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
  // Before the rows: once they have changed, to ask where the list stands would have the browser work that out at once.
  useAside(scroller)
  const { shown, isMoving, height, showRow } = useRows({
    scroller,
    rows,
    rowHeight,
    margin: headHeight,
    place,
    onEnd,
  })
  const [at, setAt] = useState(-1)
  const cells = useCells({ grid, layout, rows, rowHeight, headHeight, at })
  const search = useMemo(() => fileSearch(query), [query])
  const open = useOpen(object.path, search)
  const hrefOf = useHrefs(object.path, search)
  const [looked, look] = useState<string>()
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
          <div role="rowgroup" className="grid-body" style={{ height }}>
            <GridRows
              shown={shown}
              isMoving={isMoving}
              grid={id}
              at={at}
              atField={cells.atField}
              isStill={cells.editing !== undefined}
              selected={selection.ids}
              onToggle={selection.toggle}
              onOpen={open}
              onLook={look}
              {...{ layout, hrefOf }}
            />
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
