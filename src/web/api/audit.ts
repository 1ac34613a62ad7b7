import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Titles } from '#shared/wire'
import { request } from './request.ts'

/** What the log is asked; also the search part of its address. */
export type AuditQuery = {
  actor?: string
  file?: string
  action?: string
  result?: string
  reason?: string
  ip?: string
  from?: string
  to?: string
}

export type AuditLine = {
  id: number
  at: string
  actor: string | null
  action: string
  object: string | null
  record: string | null
  owner: string | null
  records: number
  fields: readonly string[] | null
  rule: string | null
  reason: string | null
  channel: string
  result: string
  ip: string | null
}

export type AuditGroup = {
  value: string | null
  object: string | null
  count: number
  refused: number
  first: string
  last: string
}

export type SealWire = {
  state: 'good' | 'late'
  seals: number
  rows: number
  lastSeal: string | null
  lag: number
  lastCheckpoint: string | null
  key: string | null
  months: number
}

const pageSize = 50

export function auditQuery(query: AuditQuery) {
  return infiniteQueryOptions({
    queryKey: ['audit', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<{ items: readonly AuditLine[]; next: string | null; titles: Titles }>('GET', '/audit-events', {
        query: { ...moments(query), limit: pageSize, after: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  })
}

export function auditSums(by: 'actor' | 'file' | 'hour', query: AuditQuery) {
  return queryOptions({
    queryKey: ['audit-sums', by, query],
    queryFn: ({ signal }) =>
      request<{ groups: readonly AuditGroup[]; titles: Titles }>('GET', '/audit-summaries', {
        query: { ...moments(query), by },
        signal,
      }),
  })
}

export const sealQuery = queryOptions({
  queryKey: ['audit-seal'],
  refetchInterval: 30_000,
  queryFn: ({ signal }) => request<SealWire>('GET', '/audit-seal', { signal }),
})

/** Days of the reader's calendar as the moments in which they begin; the last day counts whole. */
function moments({ from, to, ...query }: AuditQuery): AuditQuery {
  const start = (day: string, later = 0): string => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    return new Date(year, month - 1, date + later).toISOString()
  }
  return { ...query, from: from && start(from), to: to && start(to, 1) }
}
