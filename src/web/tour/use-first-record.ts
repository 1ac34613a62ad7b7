import { useQuery } from '@tanstack/react-query'
import type { ListWire, ObjectWire } from '#shared/wire'
import { request } from '../api/request.ts'

/** The record that was changed last; null where there is none, undefined until it is known. */
export function useFirstRecord(object: ObjectWire | undefined): string | null | undefined {
  const { data, isError } = useQuery({
    queryKey: ['list', object?.name, 'first'],
    enabled: object !== undefined,
    queryFn: ({ signal }) =>
      request<ListWire>('GET', `/${object?.path}`, { query: { limit: 1, fields: object?.title }, signal }),
  })
  if (isError) return null
  return data && (data.items[0]?.id ?? null)
}
