import { queryOptions } from '@tanstack/react-query'
import type { verifiedBy } from '#shared/verification'
import type { ListWire, RecordWire } from '#shared/wire'
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

const mostLookedAt = 50

/** The file to be looked at next, by whom it waits for in this order; what waits for somebody else may be one's own file. */
export async function nextFile(me: string, people: readonly string[]): Promise<string | undefined> {
  for (const person of people) {
    const where = { assignee: person, state: 'open' }
    const query = { where, sort: 'createdAt', limit: mostLookedAt }
    const { items } = await request<ListWire>('GET', '/review-items', { query })
    const waiting = items.map(({ customer }) => String(customer))
    const file = person === me ? waiting[0] : await firstOfOthers(me, waiting)
    if (file) return file
  }
  return undefined
}

async function firstOfOthers(me: string, files: readonly string[]): Promise<string | undefined> {
  if (!files.length) return undefined
  const query = { where: { id: { in: files } }, limit: mostLookedAt }
  const { items } = await request<ListWire>('GET', '/customers', { query })
  const others = new Set(items.filter((file) => !isOwn(file, me)).map(({ id }) => id))
  return files.find((file) => others.has(file))
}

/** Whoever owns or made a file does not look it through. */
export function isOwn({ owner, createdBy }: RecordWire, me: string): boolean {
  return owner === me || createdBy === me
}
