import { queryOptions } from '@tanstack/react-query'
import type { ObjectWire, Titles } from '#shared/wire'
import type { ChangesWire } from './change-requests.ts'
import { request } from './request.ts'

/** Stands where the number of a request would: the change was put with others that are sent as one. */
export const gatheredMark = 'gathered'

/** A change that waits to be sent, beside what stands now. */
export type GatheredWire = Pick<ChangesWire, 'object' | 'record' | 'operation' | 'items' | 'file'> & {
  subject: string
  /** Of what stands now. */
  version: number
  state: 'fits' | 'stale' | 'gone'
  at: string
  /** What was typed of a new one, where it is asked for by itself. */
  values?: Record<string, unknown>
}

type GatheredList = { total: number; items: readonly GatheredWire[]; titles: Titles }

export const gatheredKey = ['gathered'] as const

/** How many wait to be sent; no record is read for it. */
export const gatheredTotalQuery = queryOptions({
  queryKey: [...gatheredKey, 'total'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => request<GatheredList>('GET', '/gathered-changes', { query: { limit: 0 }, signal }),
  select: ({ total }) => total,
})

export const gatheredQuery = queryOptions({
  queryKey: [...gatheredKey, 'all'],
  gcTime: 0,
  queryFn: ({ signal }) => request<GatheredList>('GET', '/gathered-changes', { signal }),
})

/** A new record that waits, with what was typed. */
export function gatheredForm(record: string) {
  return queryOptions({
    queryKey: [...gatheredKey, 'form', record],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: ({ signal }) => request<GatheredList>('GET', '/gathered-changes', { query: { record }, signal }),
    select: ({ items: [item], titles }) => ({ values: item?.values, titles }),
  })
}

/** Puts a new record back in its place among those that wait. */
export async function putBack(object: ObjectWire, record: string, values: Record<string, unknown>): Promise<void> {
  await request('POST', '/gathered-changes', { body: { operation: 'create', object: object.path, record, values } })
}

export function dropGathered({ record }: GatheredWire): Promise<void> {
  return request('DELETE', '/gathered-changes', { query: { record } })
}

/** Sends them as they were looked at; null where nobody has to sign and they were made. */
export function sendGathered(looked: readonly GatheredWire[]): Promise<{ proposed: string | null }> {
  const changes = looked.map(({ record, version }) => ({ record, version }))
  return request('POST', '/gathered-changes/request', { body: { changes } })
}
