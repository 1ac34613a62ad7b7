import { lazy, Suspense } from 'react'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { Cards } from './cards.tsx'
import { Grid } from './grid.tsx'
import { layoutIn } from './layout-in.ts'
import { ListEmpty } from './list-empty.tsx'
import type { ListSearch } from './list-query.ts'
import type { RowsProps } from './rows-props.ts'
import type { useList } from './use-list.ts'

const Board = lazy(() => import('../board/board.tsx').then((part) => ({ default: part.Board })))
const Calendar = lazy(() => import('../calendar/calendar.tsx').then((part) => ({ default: part.Calendar })))
const Groups = lazy(() => import('../groups/groups.tsx').then((part) => ({ default: part.Groups })))

type ListBodyProps = RowsProps & { list: ReturnType<typeof useList>['list']; search: ListSearch }

/** The records in the way that was chosen: as rows, on a board, added up; or why there are none. */
export function ListBody({ list, search, ...rows }: ListBodyProps) {
  if (list.isPending) return <Skeleton rows={14} />
  if (list.isError && rows.rows.length === 0)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (rows.rows.length === 0) return <ListEmpty {...rows} />
  return (
    <Suspense fallback={<Skeleton rows={14} />}>
      <Layout search={search} {...rows} />
    </Suspense>
  )
}

function Layout({ search, ...rows }: RowsProps & { search: ListSearch }) {
  const isPhone = usePhone()
  const { object, query } = rows
  const { columns } = rows.shape
  const { board, calendar, group } = layoutIn(object, search)
  if (board) return <Board object={object} query={query} columns={columns} field={board} />
  if (calendar) return <Calendar object={object} query={query} field={calendar} />
  if (group) return <Groups object={object} query={query} columns={columns} field={group} />
  return isPhone ? <Cards {...rows} /> : <Grid {...rows} />
}
