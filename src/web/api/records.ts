import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { ErrorCode } from '#shared/error-codes'
import type { Filter } from '#shared/filter'
import type { PastVerification, VerificationWay } from '#shared/verification'
import type { ObjectWire, RecordAnswer, RecordWire, Titles } from '#shared/wire'
import { gatheredMark } from './gathered.ts'
import { type Edit, Gathered } from './grounds.ts'
import { readBeside, readList } from './lists.ts'
import { request } from './request.ts'

/** What a list asks for. */
export type ListQuery = { search?: string; where?: Filter; sort?: string; deleted?: boolean }

export type HistoryItem = {
  id: string
  field: string
  before: unknown
  after: unknown
  at: string
  by: string | null
  reason: string | null
  undoOf?: string | null
  version: number
  /** The record that was merged into this one, where it is of that one's past. */
  of?: string
}

export type TimelineItem = {
  type: 'record' | 'change'
  object: string
  id: string
  at: string
  by: string | null
  record?: RecordWire
  changes?: readonly { field: string; before: unknown; after: unknown }[]
}

type HistoryPage = Page<HistoryItem> & { verifications?: readonly PastVerification[] }
type Page<Item> = { items: readonly Item[]; next: string | null; titles: Titles }

/** `proposed`: how many wait for somebody else instead. */
export type BulkResult = {
  changed: number
  proposed: number
  failed: readonly { id: string; code: ErrorCode }[]
  /** The one request that all that wait have become. */
  request?: string
}

const pageSize = 50
/** Whoever goes further goes far: pages behind the first are so many times as long. */
const timesAsLong = 2

export type PageOptions = {
  limit?: number
  /** Only these fields are read, and the log says so; by default all. */
  fields?: readonly string[]
  /** Shown beside others, with which its first page is asked for. */
  beside?: boolean
}

export function listQuery(object: ObjectWire, query: ListQuery, options: PageOptions = {}) {
  const { limit = pageSize, fields, beside } = options
  return infiniteQueryOptions({
    queryKey: ['list', object.name, query, limit, fields],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      if (beside && !pageParam) return readBeside(object.path, { ...query, limit, fields }, signal)
      const page = { ...query, limit: pageParam ? limit * timesAsLong : limit, fields, after: pageParam }
      return readList(object.path, page, signal)
    },
    getNextPageParam: (page) => page.next,
  })
}

export function recordQuery(object: ObjectWire, id: string) {
  return queryOptions({
    queryKey: ['record', object.name, id],
    queryFn: ({ signal }) => request<RecordAnswer>('GET', `/${object.path}/${id}`, { signal }),
  })
}

/** A record in the recycle bin; apart from the live ones, which are read anew as soon as it is one of them again. */
export function binnedQuery(object: ObjectWire, id: string) {
  return queryOptions({
    queryKey: ['binned', object.name, id],
    queryFn: ({ signal }) =>
      request<RecordAnswer>('GET', `/${object.path}/${id}`, { query: { deleted: true }, signal }),
  })
}

export function historyQuery(object: ObjectWire, id: string) {
  return infiniteQueryOptions({
    queryKey: ['history', object.name, id],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<HistoryPage>('GET', `/${object.path}/${id}/history`, { query: { after: pageParam }, signal }),
    getNextPageParam: (page) => page.next,
  })
}

export function timelineQuery(object: ObjectWire, id: string, types: readonly string[]) {
  return infiniteQueryOptions({
    queryKey: ['timeline', object.name, id, types],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<Page<TimelineItem>>('GET', `/${object.path}/${id}/timeline`, {
        query: { after: pageParam, types: types.join(',') },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  })
}

export function createRecord(object: ObjectWire, values: Record<string, unknown>, key: string): Promise<RecordAnswer> {
  const edit = editOf({ operation: 'create', object: object.path, values })
  const options = { body: values, headers: { 'idempotency-key': key }, edit }
  return orGathered<RecordAnswer>(request('POST', `/${object.path}`, options), async (id) => unmade(id))
}

/** What says how to save, and is no value. */
const besideValues = ['reason', 'settle', 'verified', 'toComplete']

/** Undefined where it says more than what is put with others. */
function editOf(edit: Edit): Edit | undefined {
  return besideValues.some((name) => name in (edit.values ?? {})) ? undefined : edit
}

/** A change that was put with others is not made yet: what stands goes on to stand. */
async function orGathered<Answer>(made: Promise<Answer>, stands: (id: string) => Promise<Answer>): Promise<Answer> {
  try {
    return await made
  } catch (error) {
    if (!(error instanceof Gathered)) throw error
    return { ...(await stands(error.record)), proposed: gatheredMark }
  }
}

/** Stands for a record that waits with others, and is not made yet. */
export const unmade = (id: string): RecordAnswer => ({
  id,
  version: 0,
  createdAt: '',
  createdBy: null,
  updatedAt: '',
  updatedBy: null,
  deletedAt: null,
  titles: {},
  unresolved: [],
  can: [],
})

export function changeRecord(
  object: ObjectWire,
  record: { id: string; version: number },
  patch: Record<string, unknown>,
): Promise<RecordAnswer> {
  const { id: named, version } = record
  const edit = editOf({ operation: 'update', object: object.path, record: named, version, values: patch })
  const made = request<RecordAnswer>('PATCH', `/${object.path}/${named}`, { body: { ...patch, version }, edit })
  return orGathered(made, (id) => request('GET', `/${object.path}/${id}`))
}

/** The change request that waits instead of the deletion, if one does. */
export async function deleteRecord(object: ObjectWire, id: string): Promise<string | undefined> {
  const edit: Edit = { operation: 'delete', object: object.path, record: id }
  const made = request<{ proposed?: string } | null>('DELETE', `/${object.path}/${id}`, { edit })
  return (await orGathered(made, async () => null))?.proposed
}

export function restoreRecord(object: ObjectWire, id: string): Promise<RecordAnswer> {
  return request('POST', `/${object.path}/${id}/restoration`)
}

export function restoreValue(
  object: ObjectWire,
  record: { id: string; version: number },
  change: string,
): Promise<RecordAnswer> {
  return request('POST', `/${object.path}/${record.id}/history/${change}/restoration`, {
    body: { version: record.version },
  })
}

export function verifyValue(
  object: ObjectWire,
  record: { id: string; version: number },
  made: { field: string; how: VerificationWay },
): Promise<RecordAnswer> {
  return request('POST', `/${object.path}/${record.id}/verifications`, { body: { ...made, version: record.version } })
}

/** One masked value, with the reason that the trail keeps; never through a query, whose answers are kept. */
export async function revealValue(
  object: ObjectWire,
  id: string,
  asked: { field: string; reason: string; use: 'read' | 'dial' | 'mail' },
): Promise<unknown> {
  const { value } = await request<{ value: unknown }>('POST', `/${object.path}/${id}/reveals`, { body: asked })
  return value
}

export function changeMany(
  object: ObjectWire,
  ids: readonly string[],
  patch: Record<string, unknown>,
): Promise<BulkResult> {
  return request('POST', `/${object.path}/bulk-changes`, { body: { ids, patch } })
}

export function deleteMany(object: ObjectWire, ids: readonly string[]): Promise<BulkResult> {
  return request('POST', `/${object.path}/bulk-deletions`, { body: { ids } })
}

/** Puts a saved record where the pages look for it, and has everything that shows it read anew. */
export function keepRecord(client: QueryClient, object: ObjectWire, { proposed, ...record }: RecordAnswer): void {
  // What is not made before somebody else agrees has no place yet.
  const isMade = !proposed || record.version > 0
  if (isMade) client.setQueryData(recordQuery(object, record.id).queryKey, record)
  refresh(client, object.name, [record.id])
}

/** Has the lists, timelines and histories that may show these records read anew. */
export function refresh(client: QueryClient, object: string, ids: readonly string[] = []): void {
  void client.invalidateQueries({ queryKey: ['list', object] })
  for (const part of ['timeline', 'history', 'groups']) void client.invalidateQueries({ queryKey: [part] })
  for (const id of ids) void client.invalidateQueries({ queryKey: ['record', object, id] })
  // What stands in the sidebar under its name goes with it.
  const named = ({ state }: { state: { data?: unknown } }): boolean => {
    const text = JSON.stringify(state.data ?? null)
    return ids.some((id) => text.includes(id))
  }
  if (object !== 'favourite' && ids.length)
    void client.invalidateQueries({ queryKey: ['list', 'favourite'], predicate: named })
}
