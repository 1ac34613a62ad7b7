import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { DuplicateHint, ObjectWire, RecordWire, Titles } from '#shared/wire'
import { request } from '../../../web/api/request.ts'

type Suspicion = Pick<DuplicateHint['records'][number], 'verdict' | 'reasons'>
export type Pair = Suspicion & { one: string; other: string }
export type Group = { id: string; records: readonly RecordWire[]; pairs: readonly Pair[] }
type GroupPage = { items: readonly Group[]; next: string | null; titles: Titles }
type ApartPair = { one: string; other: string; by: string | null; at: string }

export type Counted = { object: string; count: number }
type Choice = { field: string; from: string; isOpen: boolean }
export type Plan = {
  /** Of the merge, once it is made. */
  id: string | null
  /** The change request that waits instead. */
  proposed: string | null
  fields: readonly Choice[]
  children: readonly Counted[]
  references: readonly Counted[]
  /** Somebody else signs it first. */
  waits: boolean
}
export type Asked = { kept: string; joined: readonly string[]; choices: Readonly<Record<string, string>> }
type Merge = {
  id: string
  at: string
  by: string | null
  undoUntil: string
  joined: readonly { id: string; title: string; number: string | null }[]
}
export type Undone = {
  kept: string
  joined: readonly string[]
  /** Those that stay on the kept record, as they have changed since. */
  fields: readonly string[]
  records: readonly Counted[]
  /** The change request by which the kept record's own fields go back. */
  proposed: string | null
}

/** All values of a list, as a choice. */
export const together = 'all'

export function groupsQuery(object: ObjectWire) {
  return infiniteQueryOptions({
    queryKey: ['list', object.name, 'duplicates'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<GroupPage>('GET', '/duplicate-groups', {
        query: { object: object.path, after: pageParam || undefined },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  })
}

export function apartQuery(object: ObjectWire) {
  return queryOptions({
    queryKey: ['list', object.name, 'apart'],
    queryFn: ({ signal }) =>
      request<{ items: readonly ApartPair[]; titles: Titles }>('GET', '/duplicate-verdicts', {
        query: { object: object.path },
        signal,
      }),
  })
}

export function sayApart(object: ObjectWire, said: { one: string; other: string; apart: boolean }): Promise<void> {
  return request('POST', '/duplicate-verdicts', { body: { object: object.path, ...said } })
}

/** What the merge would do. */
export function planQuery(object: ObjectWire, asked: Asked) {
  return queryOptions({
    queryKey: ['record', object.name, 'merge', asked],
    enabled: asked.joined.length > 0,
    retry: false,
    queryFn: ({ signal }) =>
      request<Plan>('POST', '/record-merges', { body: { object: object.path, ...asked, dryRun: true }, signal }),
  })
}

export function merge(object: ObjectWire, asked: Asked, versions: Readonly<Record<string, number>>): Promise<Plan> {
  return request('POST', '/record-merges', { body: { object: object.path, ...asked, versions } })
}

export function mergesQuery(object: ObjectWire, record: string) {
  return queryOptions({
    queryKey: ['record', object.name, record, 'merges'],
    queryFn: ({ signal }) =>
      request<{ items: readonly Merge[] }>('GET', '/record-merges', { query: { object: object.path, record }, signal }),
  })
}

export function undoMerge(id: string): Promise<Undone> {
  return request('POST', `/record-merges/${id}/undo`)
}

/** Files, what stands on them and what names them have changed. */
export function readAnew(client: QueryClient): void {
  for (const part of ['list', 'record', 'binned', 'history', 'timeline', 'groups'])
    void client.invalidateQueries({ queryKey: [part] })
}
