import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { request } from '../api/request.ts'
import { useDebounced } from '../ui/use-debounced.ts'

export type FoundItem = { object: string; id: string; title: string; detail?: string | null }

/** What a text finds among all records. */
export function useFound(text: string): { items: readonly FoundItem[]; isDone: boolean } {
  const term = useDebounced(text.trim(), 150)
  const found = useQuery({
    queryKey: ['list', 'search', term],
    enabled: term !== '',
    staleTime: 5_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<{ items: FoundItem[] }>('GET', '/search', { query: { q: term }, signal }),
  })
  return { items: found.data?.items ?? [], isDone: found.data !== undefined }
}
