import { request } from './request.ts'

export type PasswordLink = { purpose: 'invitation' | 'reset'; login: string; name: string }

/** Whose link it is; refused when it is no longer good. */
export function inspectLink(token: string): Promise<PasswordLink> {
  return request('POST', '/password-links/inspections', { body: { token } })
}

export function setPasswordByLink(body: { token: string; password: string }): Promise<PasswordLink> {
  return request('POST', '/password-links/passwords', { body })
}

export function askReset(login: string): Promise<void> {
  return request('POST', '/password-resets', { body: { login } })
}

export function invite(person: string): Promise<void> {
  return request('POST', `/users/${person}/invitation`)
}
