import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'
import type { SessionWire } from './session.ts'

type RotationWire = { id: string; done: number; total: number | null } | null

type LevelKeyWire = { level: number; year: number; createdAt: string; keys: number; destroyed: number }

export type KeysWire = {
  master: {
    fingerprint: string
    algorithm: string
    createdAt: string
    sheetShownAt: string | null
    sheetKeptAt: string | null
    sheetsDue: SessionWire['sheetsDue']
  }
  levels: readonly LevelKeyWire[]
  destroyed: number
  dueAt: string
  rotation: RotationWire
  index: { algorithm: string; createdAt: string; rotation: RotationWire }
  plain: boolean
}

/** The keys, asked about again while they are being exchanged. */
export const keysQuery = queryOptions({
  queryKey: ['keys'],
  staleTime: 0,
  queryFn: ({ signal }) => request<KeysWire>('GET', '/keys', { signal }),
  refetchInterval: ({ state: { data } }) => (data?.rotation || data?.index.rotation || data?.plain ? 700 : false),
})

export function rotateLevelKeys(): Promise<{ id: string }> {
  return request('POST', '/keys/rotations')
}

export function rotateIndexKey(): Promise<{ id: string }> {
  return request('POST', '/keys/index-rotations')
}

export function rotateMasterKey(): Promise<{ fingerprint: string }> {
  return request('POST', '/keys/master-rotations')
}

export function showRecoverySheets(): Promise<{ sheets: readonly string[] }> {
  return request('POST', '/keys/recovery-sheets')
}

export function confirmRecoverySheets(): Promise<void> {
  return request('POST', '/keys/recovery-sheets/confirmation')
}
