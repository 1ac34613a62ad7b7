import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useDeferredValue, useMemo } from 'react'
import { useObjectAt } from '../api/definitions.ts'
import { listPartOf } from '../module-parts.ts'
import { usePrintList } from '../print/print-actions.tsx'
import { useRecordedPrint } from '../print/use-recorded-print.ts'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { ColumnPicker } from '../views/column-picker.tsx'
import { LayoutMenu } from '../views/layout-menu.tsx'
import { ViewActions } from '../views/view-actions.tsx'
import { ViewTabs } from '../views/view-tabs.tsx'
import { searchOf, useViews, whole } from '../views/views.ts'
import { useWords } from '../words/words.ts'
import { FilterBar } from './filter-bar.tsx'
import { ListBody } from './list-body.tsx'
import { ListHead } from './list-head.tsx'
import type { ListSearch } from './list-query.ts'
import { listShown } from './list-shown.ts'
import { useList } from './use-list.ts'
import { useSelection } from './use-selection.ts'
import './list.css'

/** What the server changes in one request. */
const largestBulk = 1_000

const BulkBar = lazy(() => import('./bulk-bar.tsx').then((part) => ({ default: part.BulkBar })))
const Classes = lazy(() => import('../catalogue/classes.tsx').then((part) => ({ default: part.Classes })))
const route = getRouteApi('/app/o/$path')

/** All records of an object that the reader may see: found, filtered, sorted, chosen. */
export function ListPage() {
  const { t, labelOfMany } = useWords()
  const { path } = route.useParams()
  const search = route.useSearch()
  const object = useObjectAt(path)
  const isPhone = usePhone()
  const { asked, query, columns, classing, calendar, page } = useMemo(() => listShown(object, search), [object, search])
  const { widths, frozen } = search
  const shape = useMemo(() => ({ columns, widths, frozen }), [columns, widths, frozen])
  const { list, rows, total, isExact, loadMore, loadAll } = useList(object, useDeferredValue(query), page)
  const selection = useSelection(rows, `${object.name}${JSON.stringify(query)}`)
  useDocumentTitle(classing ? t('catalogue.title') : labelOfMany(object.label))
  useRecordedPrint(usePrintList({ object, query, columns, classing }))
  const onChange = useChangeQuery(path)
  const shared = { object, query, onChange }
  const { saved, views } = useViews(object)
  const chosen = views.find(({ id }) => id === search.view)
  const show = useShow(path)
  const isAllChosen = rows.length > 0 && selection.ids.size === rows.length
  const mayChooseAll = isAllChosen && isExact && rows.length < total && total <= largestBulk
  const body = { rows, total, shape, selection, onEnd: loadMore, isLoadingMore: list.isFetchingNextPage }
  const rowsShown = <ListBody key={path} {...shared} {...body} list={list} search={search} />
  const Above = listPartOf(object)
  return (
    <>
      <ListHead
        {...shared}
        columns={columns}
        classing={classing}
        view={chosen?.id}
        total={list.data && total}
        isExact={isExact}
      />
      {Above && !query.deleted && (
        <Suspense fallback={null}>
          <Above object={object} />
        </Suspense>
      )}
      <ViewTabs views={query.deleted ? [] : views} chosen={chosen} onChoose={(view) => show(searchOf(view))}>
        <FilterBar key={path} {...shared} query={asked}>
          {saved && !query.deleted && !isPhone && (
            <ViewActions object={object} saved={saved} views={views} search={search} chosen={chosen} onShow={show} />
          )}
          {!query.deleted && <LayoutMenu object={object} layout={search} onChange={onChange} />}
          {!isPhone && !calendar && <ColumnPicker object={object} shape={shape} onChange={onChange} />}
        </FilterBar>
        <Suspense fallback={null}>
          {selection.ids.size > 0 && (
            <BulkBar
              object={object}
              query={query}
              columns={columns}
              classing={classing}
              selection={selection}
              all={mayChooseAll ? { total, load: loadAll } : undefined}
            />
          )}
        </Suspense>
        <div className={list.isPlaceholderData ? 'list-body list-stale' : 'list-body'}>
          {classing ? (
            <div className="catalogue">
              <Suspense fallback={<Skeleton rows={6} />}>
                <Classes {...shared} query={asked} classing={classing} open={search.class} />
              </Suspense>
              <div className="catalogue-files">{rowsShown}</div>
            </div>
          ) : (
            rowsShown
          )}
        </div>
      </ViewTabs>
      <Outlet />
    </>
  )
}

export type ChangeQuery = (next: Partial<ListSearch>) => void

function useChangeQuery(path: string): ChangeQuery {
  const navigate = useNavigate()
  return useCallback(
    (next) => {
      // An address that says nothing would begin the list anew.
      const search = (was: ListSearch): ListSearch => {
        const shown = { ...was, ...next }
        return Object.values(shown).every((value) => value === undefined) ? { view: whole } : shown
      }
      void navigate({ to: '/o/$path', params: { path }, search, replace: 'search' in next || 'widths' in next })
    },
    [navigate, path],
  )
}

/** Shows the list in another way, as it was kept. */
function useShow(path: string): (search: ListSearch) => void {
  const navigate = useNavigate()
  return (search) => void navigate({ to: '/o/$path', params: { path }, search })
}
