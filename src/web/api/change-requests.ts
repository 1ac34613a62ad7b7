import { queryOptions } from '@tanstack/react-query'
import type { ErrorCode } from '#shared/error-codes'
import type { ObjectWire, Titles } from '#shared/wire'
import { request } from './request.ts'

export type Verdict = 'approve' | 'return' | 'reject'

/** What a change request would do, beside what stands now. */
export type ChangesWire = {
  /** Names exactly what is looked at; who decides sends it back. */
  hash: string
  object: string
  record: string
  operation: 'create' | 'update' | 'delete' | 'restore'
  /** The file on which it stands, where there is one already. */
  file: { object: string; record: string } | null
  /** What it is about has changed since. */
  stale: boolean
  /** The step at which it stands, of how many, and how many signatures this one still waits for. */
  step: { place: number; of: number; left: number }
  /** Why the reader may not decide; null = may. */
  bar: ErrorCode | null
  /** Who could sign now, while it waits. */
  signers: readonly string[]
  /** The rules ask for nobody any longer: renewed, it is made at once. */
  needless: boolean
  /** Why it no longer fitted when somebody signed it. */
  cause: string | null
  items: readonly { field: string; live: unknown; proposed: unknown }[]
  /** What was asked and answered, handed on and called in. */
  course: readonly CourseStep[]
  titles: Titles
}

type CourseStep = {
  kind: 'question' | 'answer' | 'handover' | 'escalation' | 'signature'
  /** Null: the house itself. */
  by: string | null
  at: string
  person: string | null
  words: string | null
}

/** Stands below the query of the record, and is read anew with it. */
export function changesQuery(object: ObjectWire, id: string) {
  return queryOptions({
    queryKey: ['record', object.name, id, 'changes'],
    queryFn: ({ signal }) => request<ChangesWire>('GET', `/${object.path}/${id}/changes`, { signal }),
  })
}

export function decide(
  object: ObjectWire,
  id: string,
  decision: { verdict: Verdict; hash: string; grounds?: string },
): Promise<void> {
  return request('POST', `/${object.path}/${id}/decision`, { body: decision })
}

export function askMaker(object: ObjectWire, id: string, words: string): Promise<void> {
  return request('POST', `/${object.path}/${id}/questions`, { body: { words } })
}

export function answerAsker(object: ObjectWire, id: string, words: string): Promise<void> {
  return request('POST', `/${object.path}/${id}/answers`, { body: { words } })
}

export function handOver(object: ObjectWire, id: string, to: string): Promise<void> {
  return request('POST', `/${object.path}/${id}/delegation`, { body: { to } })
}

export function withdraw(object: ObjectWire, id: string): Promise<void> {
  return request('POST', `/${object.path}/${id}/withdrawal`)
}

/** The change request that takes its place; null where none is needed any longer. */
export function renew(object: ObjectWire, id: string, grounds?: string): Promise<{ proposed: string | null }> {
  return request('POST', `/${object.path}/${id}/renewal`, { body: { grounds } })
}
