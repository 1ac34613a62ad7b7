import { queryOptions } from '@tanstack/react-query'
import type { Label } from '#shared/label'
import type { Readers, Reading } from '#shared/reading'
import type { Operation } from '#shared/wire'
import { request } from '../../../web/api/request.ts'

export type Post = {
  code: string
  label: Label
  own: boolean
  may: {
    clearance: number
    duties: readonly string[]
    lines: readonly {
      objects: readonly Label[]
      reaches: readonly { scope: string; rights: readonly Operation[] }[]
    }[]
  } | null
  texts: readonly Reading[]
}

export function readingsQuery(search: string) {
  return queryOptions({
    queryKey: ['list', 'edition', 'readings', search],
    queryFn: ({ signal }) =>
      request<{ items: readonly Reading[] }>('GET', '/readings', { query: search ? { search } : {}, signal }),
  })
}

export const postsQuery = queryOptions({
  queryKey: ['list', 'edition', 'posts'],
  queryFn: ({ signal }) => request<{ items: readonly Post[] }>('GET', '/posts', { signal }),
})

export function readersQuery(publication: string) {
  return queryOptions({
    queryKey: ['list', 'read_receipt', 'readers', publication],
    queryFn: ({ signal }) => request<Readers>('GET', `/publications/${publication}/readers`, { signal }),
  })
}

export function confirmReading(edition: string): Promise<void> {
  return request('POST', `/editions/${edition}/receipts`)
}

export function remindReaders(publication: string): Promise<{ reminded: number }> {
  return request('POST', `/publications/${publication}/reminders`)
}
