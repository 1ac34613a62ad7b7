import { queryOptions } from '@tanstack/react-query'
import { answerQuestion, makePasskey, type PasskeyQuestion } from '../session/passkey.ts'
import { request } from './request.ts'
import type { SessionWire } from './session.ts'

export type PasskeyWire = { id: string; name: string; createdAt: string; seenAt: string | null }

export const passkeysQuery = queryOptions({
  queryKey: ['account', '/passkeys'],
  queryFn: ({ signal }) => request<{ items: readonly PasskeyWire[] }>('GET', '/passkeys', { signal }),
})

export async function addPasskey(name: string): Promise<PasskeyWire & { recoveryCodes?: readonly string[] }> {
  const body = { purpose: 'passkey' }
  const { options } = await request<{ options: Parameters<typeof makePasskey>[0] }>('POST', '/passkeys/challenges', {
    body,
  })
  return request('POST', '/passkeys', { body: { name, passkey: await makePasskey(options) } })
}

export function renamePasskey(id: string, name: string): Promise<PasskeyWire> {
  return request('PATCH', `/passkeys/${id}`, { body: { name } })
}

export function removePasskey(id: string): Promise<void> {
  return request('DELETE', `/passkeys/${id}`)
}

export async function signInWithPasskey(): Promise<SessionWire> {
  const { options } = await request<{ options: PasskeyQuestion }>('POST', '/sessions/challenges')
  return request('POST', '/sessions/passkey', { body: { passkey: await answerQuestion(options) } })
}

/** Shows by a passkey that it is still the same person. */
export async function proveWithPasskey(): Promise<void> {
  const body = { purpose: 'proof' }
  const { options } = await request<{ options: PasskeyQuestion }>('POST', '/passkeys/challenges', { body })
  await request('POST', '/sessions/current/proof', { body: { passkey: await answerQuestion(options) } })
}
