import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useObjectAt } from '../api/definitions.ts'
import type { ListQuery } from '../api/records.ts'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { Cards } from './cards.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Grid } from './grid.tsx'
import { ListEmpty } from './list-empty.tsx'
import { ListHead } from './list-head.tsx'
import { useList } from './use-list.ts'
import { useSelection } from './use-selection.ts'
import './list.css'

const route = getRouteApi('/app/o/$path')

/** All records of an object that the reader may see: found, filtered, sorted, chosen. */
export function ListPage() {
  const { labelOfMany } = useWords()
  const { path } = route.useParams()
  const query = route.useSearch()
  const object = useObjectAt(path)
  const isPhone = usePhone()
  const { list, rows, total, isExact, loadMore } = useList(object, useDeferredValue(query))
  const selection = useSelection(rows)
  useDocumentTitle(labelOfMany(object.label))
  const shared = { object, query, onChange: useChangeQuery(path) }
  const Rows = isPhone ? Cards : Grid
  const more = { onEnd: loadMore, isLoadingMore: list.isFetchingNextPage }
  return (
    <>
      <ListHead {...shared} total={list.data && total} isExact={isExact} />
      <FilterBar key={path} {...shared} />
      <BulkBar object={object} query={query} selection={selection} />
      <div className={list.isPlaceholderData ? 'list-body list-stale' : 'list-body'}>
        {list.isPending && <Skeleton rows={14} />}
        {list.isError && rows.length === 0 && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && rows.length === 0 && <ListEmpty {...shared} />}
        {rows.length > 0 && <Rows key={path} {...shared} {...more} rows={rows} total={total} selection={selection} />}
      </div>
      <Outlet />
    </>
  )
}

export type ChangeQuery = (next: Partial<ListQuery>) => void

function useChangeQuery(path: string): ChangeQuery {
  const navigate = useNavigate()
  return (next) => {
    const search = (was: ListQuery): ListQuery => ({ ...was, ...next })
    void navigate({ to: '/o/$path', params: { path }, search, replace: 'search' in next })
  }
}
