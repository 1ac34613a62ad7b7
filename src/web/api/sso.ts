import { queryOptions } from '@tanstack/react-query'
import type { PasskeyAnswer } from '../session/passkey.ts'
import { request } from './request.ts'
import type { Entered } from './session.ts'

export type SsoSettings = {
  issuer: string
  clientId: string
  label: string
  claim: string
  trustMfa: boolean
  hasSecret: boolean
}
export type SsoChange = Partial<Omit<SsoSettings, 'hasSecret'>> & { secret?: string }

/** Whether there is another way in, and what it is called. */
export const ssoQuery = queryOptions({
  queryKey: ['sso'],
  queryFn: ({ signal }) => request<{ on: boolean; label: string }>('GET', '/sso', { signal }),
})

export const ssoSettingsQuery = queryOptions({
  queryKey: ['sso', 'settings'],
  queryFn: ({ signal }) => request<SsoSettings>('GET', '/sso-settings', { signal }),
})

export function saveSsoSettings(change: SsoChange): Promise<SsoSettings> {
  return request('PATCH', '/sso-settings', { body: change })
}

/** Whether one is bound to the service oneself; `only`: and could come in no other way. `proves`: it is what one proves presence by. */
export const ssoIdentityQuery = queryOptions({
  queryKey: ['account', '/sso-identity'],
  queryFn: ({ signal }) =>
    request<{ boundAt: string | null; only: boolean; proves: boolean }>('GET', '/sso-identity', { signal }),
})

export function unbindSelf(): Promise<void> {
  return request('DELETE', '/sso-identity')
}

export function unbind(person: string): Promise<void> {
  return request('DELETE', `/users/${person}/sso-identity`)
}

/** The address at which one signs in. */
export function beginSso(): Promise<{ url: string }> {
  return request('POST', '/sso/attempts')
}

/** The address at which one signs in anew, to prove that one is still there. */
export function beginSsoProof(): Promise<{ url: string }> {
  return request('POST', '/sso/proof-attempts')
}

export function proveBySso(answer: Record<string, string>): Promise<unknown> {
  return request('POST', '/sessions/current/proof', { body: { sso: answer } })
}

/** First what the service sent along, then the second factor where one is asked. */
export function arriveBySso(given: {
  answer?: Record<string, string>
  code?: string
  passkey?: PasskeyAnswer
}): Promise<Entered> {
  return request('POST', '/sessions/sso', { body: given })
}
