import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { hasStatus } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { useDebounced } from '../ui/use-debounced.ts'

export type FoundItem = { object: string; id: string; title: string; detail?: string | null }

/** What a text finds among all records, or why it may not be looked for now. */
export function useFound(text: string): { items: readonly FoundItem[]; isDone: boolean; refusal?: string } {
  const term = useDebounced(text.trim(), 150)
  const found = useQuery({
    queryKey: ['list', 'search', term],
    enabled: term !== '',
    staleTime: 5_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<{ items: FoundItem[] }>('GET', '/search', { query: { q: term }, signal }),
  })
  if (hasStatus(found.error, 429)) return { items: [], isDone: true, refusal: found.error?.message }
  return { items: found.data?.items ?? [], isDone: found.data !== undefined }
}
