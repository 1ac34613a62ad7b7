import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export type Device = {
  id: string
  current: boolean
  createdAt: string
  seenAt: string
  ip: string | null
  agent: string | null
}
export type ApiKey = {
  id: string
  name: string
  scopes: readonly string[]
  networks: readonly string[]
  /** Bound to it; without a code once it is no longer in force. */
  purpose: { id: string; code: string | null } | null
  expiresAt: string
  seenAt: string | null
}
export type SecondFactor = { on: boolean; needed: boolean; recoveryCodesLeft: number }

const of = <Answer>(path: string) =>
  queryOptions({ queryKey: ['account', path], queryFn: ({ signal }) => request<Answer>('GET', path, { signal }) })

export const devicesQuery = of<{ items: readonly Device[] }>('/sessions')
export const apiKeysQuery = of<{ items: readonly ApiKey[] }>('/api-keys')
export const secondFactorQuery = of<SecondFactor>('/second-factor')
