import { queryOptions } from '@tanstack/react-query'
import type { ErrorCode } from '#shared/error-codes'
import type { Label } from '#shared/label'
import type { ObjectWire } from '#shared/wire'
import { addressOf } from './address-of.ts'
import { request } from './request.ts'

export type ImportState =
  | 'reading'
  | 'preview'
  | 'queued'
  | 'running'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'undoing'
  | 'undone'

/** What becomes of rows that are there already. */
export const duplicateWays = ['create', 'skip', 'update', 'propose'] as const
type DuplicateWay = (typeof duplicateWays)[number]

export type ImportSummary = {
  id: string
  object: string
  fileName: string
  state: ImportState
  counts: {
    rows: number
    created: number
    updated: number
    skipped: number
    proposed: number
    failed: number
    incomplete: number
  }
  onDuplicate?: DuplicateWay
  createdAt?: string
  error: ErrorCode | null
}

export type PreviewCell = { raw: string; text: string; code?: ErrorCode }

export type ImportWire = ImportSummary & {
  encoding: string | null
  delimiter: string | null
  columns: readonly { heading: string; field: string | null; samples: readonly string[] }[]
  targets: readonly { path: string; label: Label }[]
  preview: readonly { row: number; cells: readonly PreviewCell[] }[]
  progress: { done: number; total: number | null }
}

export type ImportSettings = {
  mapping?: Record<string, string | null>
  encoding?: string
  delimiter?: string
  duplicates?: DuplicateWay
}

const moving = new Set<ImportState>(['reading', 'queued', 'running', 'undoing'])

/** An import, asked about while it moves. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['import', id],
    staleTime: 0,
    queryFn: ({ signal }) => request<ImportWire>('GET', `/imports/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data && moving.has(data.state) ? 700 : false),
  })
}

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  staleTime: 0,
  queryFn: ({ signal }) => request<{ items: ImportSummary[] }>('GET', '/imports', { signal }),
})

/** Sends a file up to be looked at; nothing is imported yet. */
export function startImport(object: ObjectWire, file: File): Promise<{ id: string }> {
  const body = new FormData()
  body.append('file', file)
  return request('POST', '/imports', { query: { object: object.path, dryRun: true }, body })
}

export function changeImport(id: string, settings: ImportSettings): Promise<ImportWire> {
  return request('PATCH', `/imports/${id}`, { body: settings })
}

export function runImport(id: string): Promise<ImportWire> {
  return request('POST', `/imports/${id}/run`)
}

/** Stops an import that runs, takes back one that is done. */
export function undoImport(id: string): Promise<ImportSummary> {
  return request('DELETE', `/imports/${id}`)
}

export function errorFileOf(id: string): string {
  return addressOf(`/imports/${id}/errors`)
}
