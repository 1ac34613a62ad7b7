import { useQuery } from '@tanstack/react-query'
import type { Filter } from '#shared/filter'
import type { ListWire, ObjectWire } from '#shared/wire'
import { request } from './request.ts'

/** What is counted; nothing is asked of the server without it. */
export type Counted = { object: ObjectWire; where: Filter }

/** How many records fit; undefined until it is known. */
export function useTotal(counted: Counted | undefined): number | undefined {
  const { data } = useQuery({
    queryKey: ['list', counted?.object.name, 'total', counted?.where],
    enabled: counted !== undefined,
    queryFn: ({ signal }) =>
      request<ListWire>('GET', `/${counted?.object.path}`, { query: { where: counted?.where, limit: 1 }, signal }),
  })
  return data?.total
}
