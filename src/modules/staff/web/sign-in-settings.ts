import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../web/api/request.ts'

export type SignInSettings = {
  passwords: 'modern' | 'mlps3'
  /** Codes of roles. */
  secondFactor: readonly string[]
  networks: readonly string[]
}

export const signInSettingsQuery = queryOptions({
  queryKey: ['sign-in-settings'],
  staleTime: 0,
  queryFn: ({ signal }) => request<SignInSettings>('GET', '/sign-in-settings', { signal }),
})

/** Asks for a fresh proof by itself, as every sensitive act does. */
export function changeSignInSettings(change: Partial<SignInSettings>): Promise<SignInSettings> {
  return request('PATCH', '/sign-in-settings', { body: change })
}

/** Networks as typed: one a line, or with commas between. */
export function networksIn(text: string): readonly string[] {
  return text.split(/[\s,，;；]+/).filter(Boolean)
}
