import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Label, Locale } from '#shared/label'
import type { PasskeyAnswer } from '../session/passkey.ts'
import { hasStatus } from './problem.ts'
import { request } from './request.ts'

/** A purpose of use under which the person may work. */
export type PurposeWire = { id: string; code: string; label: Label; byConsent: boolean }

export type SessionWire = {
  user: {
    id: string
    name: string
    login: string
    role: 'head' | 'manager' | 'clerk'
    /** All that the person holds at this moment. */
    roles: readonly string[]
    locale: Locale
    duties: readonly string[]
    purposes: readonly PurposeWire[]
    defaultPurpose: string | null
    /** Where the tour was left, or that it is over; null: not begun. */
    tour: string | null
    /** Object -> the view with which its list begins by the own choice. */
    views: Readonly<Record<string, string>>
  }
  /** `logo`: the id of its picture, if it has one. */
  company: { id: string | null; name: string; logo: string | null }
  version: string
  /** What whoever keeps the keys has left to do about the recovery sheets. */
  sheetsDue: 'show' | 'keep' | null
  /** The latest change of which the server knew when it answered. */
  latestEvent: number
}

/** The signed-in user, or null. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: ({ signal }) =>
    request<SessionWire>('GET', '/sessions/current', { signal }).catch((error: unknown) => {
      if (hasStatus(error, 401)) return null
      throw error
    }),
})

/** Who is signed in; empty for nobody. */
export function useOwnId(): string {
  return useSuspenseQuery(sessionQuery).data?.user.id ?? ''
}

/** The latest change of which the server knew when the session was read; 0 for nobody. */
export function useLatestEvent(): number {
  return useSuspenseQuery(sessionQuery).data?.latestEvent ?? 0
}

/** The purposes of use under which the signed-in user may work. */
export function usePurposes(): readonly PurposeWire[] {
  return useSuspenseQuery(sessionQuery).data?.user.purposes ?? []
}

/** What the signed-in user answers for beside records. */
export function useDuties(): readonly string[] {
  return useSuspenseQuery(sessionQuery).data?.user.duties ?? []
}

/** Whether the signed-in user has a duty beside records, such as answering for the trail. */
export function useDuty(duty: string): boolean {
  return useDuties().includes(duty)
}

/** What somebody has given so far; the server says what is still missing. */
export type Credentials = {
  login: string
  password: string
  code?: string
  passkey?: PasskeyAnswer
  newPassword?: string
}

/** Recovery codes come where an app was set up on the way. */
export type Entered = SessionWire & { recoveryCodes?: readonly string[] }

export function signIn(credentials: Credentials): Promise<Entered> {
  return request('POST', '/sessions', { body: credentials })
}

/** `url`: where the sign-on service ends its own session, for whoever came from there. */
export function signOut(): Promise<{ url: string | null }> {
  return request('DELETE', '/sessions/current')
}

/** What somebody sets for oneself, kept on the server. */
export type OwnSettings = { locale?: Locale; tour?: string; views?: Readonly<Record<string, string | null>> }

export function saveOwnSettings(settings: OwnSettings): Promise<SessionWire> {
  return request('PATCH', '/sessions/current', { body: settings })
}
