import { queryOptions } from '@tanstack/react-query'
import type { ErrorCode } from '#shared/error-codes'
import type { ObjectWire, Titles } from '#shared/wire'
import { request } from './request.ts'

export type Verdict = 'approve' | 'return' | 'reject'
/** Of a single request also: what was keyed again instead. */
export type SingleVerdict = Verdict | 'counter'

/** What stands in one field, and what would stand instead. `keyed`: what somebody else has keyed instead, unseen. */
type ItemWire = { field: string; live: unknown; proposed: unknown; keyed?: unknown }
type FileWire = { object: string; record: string }

/** One record's change, of several that are asked for as one. */
export type PartWire = {
  id: string
  subject: string
  object: string
  record: string
  operation: 'create' | 'update' | 'delete' | 'restore'
  file: FileWire | null
  stale: boolean
  cause: string | null
  items: readonly ItemWire[]
}

/** Records that are joined into one: what the parts of the request do not tell. */
export type MergeWire = {
  kept: string
  joined: readonly string[]
  /** What tells records of one name apart; of those that there are. */
  numbers: Readonly<Record<string, string>>
  /** From which record the value comes of each field that differed; `all`: a list of all. */
  choices: readonly { field: string; from: string }[]
  /** As long as it waits: what moves to the kept record, and what will name it. */
  children: readonly CountWire[]
  references: readonly CountWire[]
}
export type CountWire = { object: string; count: number }

/** What a change request would do, beside what stands now. */
export type ChangesWire = {
  /** Names exactly what is looked at; who decides sends it back. */
  hash: string
  object: string
  record: string
  operation: 'create' | 'update' | 'delete' | 'restore'
  /** The file on which it stands, where there is one already. */
  file: FileWire | null
  /** What it is about has changed since. */
  stale: boolean
  /** Where it is one request for several records, each of them. */
  parts: readonly PartWire[]
  /** Where these come to a merge. */
  merge: MergeWire | null
  /** The request that it is a part of. */
  whole: string | null
  /** The step at which it stands, of how many, and how many people have to sign this one yet. */
  step: { place: number; of: number; left: number }
  /** Why the reader may not decide; null = may. */
  bar: ErrorCode | null
  /** Who could sign now, while it waits. */
  signers: readonly string[]
  /** The rules ask for nobody any longer: renewed, it is made at once. */
  needless: boolean
  /** Why it no longer fitted when somebody signed it. */
  cause: string | null
  items: readonly ItemWire[]
  /** Records that prove it, by the version that was named. */
  linked: readonly { object: string; record: string; version: number }[]
  /** What is still to be keyed again, unseen. */
  toKey: readonly string[]
  /** What was keyed instead can be decided for as well. */
  counterable: boolean
  /** One of its changes is decided on by itself by now: it cannot be signed as one, nor brought again. */
  apart: boolean
  /** What was asked and answered, handed on and called in. */
  course: readonly CourseStep[]
  titles: Titles
}

type CourseStep = {
  kind: 'question' | 'answer' | 'handover' | 'escalation' | 'signature' | 'keyed' | 'resolver' | 'counter'
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
  decision: { verdict: SingleVerdict; hash: string; grounds?: string; fields?: readonly string[] },
): Promise<void> {
  return request('POST', `/${object.path}/${id}/decision`, { body: decision })
}

/** `requests`: those of the asked for that the reader can decide on together; `sample`: those of them to look at first. */
export type Draw = { requests: readonly string[]; sample: readonly string[] }

/** One that was looked at, by the hash of what it would do. */
export type Looked = { id: string; hash: string }

/** `after`: the work that has changed since which of them wait. */
export function drawQuery(object: ObjectWire, ids: readonly string[], after?: string) {
  return queryOptions({
    queryKey: ['draw', object.name, ids, after],
    queryFn: ({ signal }) => request<Draw>('POST', `/${object.path}/samples`, { body: { ids }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The job that brings the verdict to each. */
export function decideTogether(
  object: ObjectWire,
  decision: { ids: readonly string[]; looked: readonly Looked[]; verdict: Verdict; grounds?: string },
): Promise<{ job: string }> {
  return request('POST', `/${object.path}/decisions`, { body: decision })
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
