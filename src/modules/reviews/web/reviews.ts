import { queryOptions } from '@tanstack/react-query'
import type { verifiedBy } from '#shared/verification'
import type { ListWire } from '#shared/wire'
import { request } from '../../../web/api/request.ts'

export type Found = { kind: string; field?: string; note?: string; value?: unknown }
export type Way = (typeof verifiedBy)[number]
type Said = { version: number; how?: Way; findings: readonly Found[] }
type Share = { total: number; done: number; late: number; open: number }
type Counts = Readonly<Record<string, number>>

type Progress = {
  id: string
  state: 'opening' | 'open' | 'closed'
  dueOn: string
  report: Share & {
    unassigned: number
    people: readonly (Share & { id: string; name: string })[]
    results: Counts
    counts: { kinds?: Counts; states?: Counts }
  }
  frozen: { hash: string; sound: boolean } | null
}

export function submitReview(item: string, said: Said): Promise<void> {
  return request('POST', `/review-items/${item}/review`, { body: said })
}

export function openRound(plan: string): Promise<{ id: string }> {
  return request('POST', `/review-plans/${plan}/rounds`)
}

export function closeRound(round: string): Promise<void> {
  return request('POST', `/review-rounds/${round}/closing`)
}

export function handOver(round: string, body: { from: string; to: string }): Promise<{ moved: number; left: number }> {
  return request('POST', `/review-rounds/${round}/assignments`, { body })
}

export function progressQuery(round: string) {
  return queryOptions({
    queryKey: ['list', 'review_item', 'progress', round],
    queryFn: ({ signal }) => request<Progress>('GET', `/review-rounds/${round}/progress`, { signal }),
  })
}

/** The first file that waits for somebody's review, and how many there are. */
export function waitingQuery(assignee: string) {
  const where = { assignee, state: 'open' }
  return queryOptions({
    queryKey: ['list', 'review_item', 'waiting', assignee],
    queryFn: ({ signal }) =>
      request<ListWire>('GET', '/review-items', { query: { where, sort: 'createdAt', limit: 1 }, signal }),
  })
}
