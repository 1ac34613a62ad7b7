import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ObjectWire } from '#shared/wire'
import { type ListQuery, listQuery, type PageOptions } from '../api/records.ts'
import { rowsOf } from './list-rows.ts'

/** The records of a list, page by page, with the fields that it shows. */
export function useList(object: ObjectWire, query: ListQuery, options: PageOptions) {
  const list = useInfiniteQuery({
    ...listQuery(object, query, options),
    // Rows of the last filter stay while the next are on the way, but never those of another object.
    placeholderData: (rows, last) => (last?.queryKey[1] === object.name ? rows : undefined),
  })
  const pages = list.data?.pages
  const rows = useMemo(() => rowsOf(pages ?? []), [pages])
  const last = pages?.at(-1)
  const loadMore = (): void => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  }
  /** Loads all that is left, page after page. */
  const loadAll = async (): Promise<void> => {
    let page = list.hasNextPage ? await list.fetchNextPage() : undefined
    while (page?.hasNextPage && !page.isError) page = await page.fetchNextPage()
  }
  return { list, rows, loadMore, loadAll, total: last?.total ?? 0, isExact: last?.totalExact ?? true }
}
