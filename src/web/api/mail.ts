import { queryOptions } from '@tanstack/react-query'
import type { Titles } from '#shared/wire'
import { request } from './request.ts'

export const mailWays = ['tls', 'starttls', 'none'] as const

export type MailSettings = {
  host: string
  port: number
  tls: (typeof mailWays)[number]
  user: string
  from: string
  fromName: string
  address: string
  hasPassword: boolean
  /** The start of the system says the address, and nobody else. */
  addressFixed: boolean
  ready: boolean
}

type MailTrouble =
  | 'away'
  | 'tls'
  | 'login'
  | 'refused'
  | 'no_address'
  | 'no_person'
  | 'no_right'
  | 'not_set_up'
  | 'late'

export type Mail = {
  id: string
  kind: 'invitation' | 'reset' | 'test' | 'log_report' | 'notice' | 'confirmation'
  person: string
  state: 'queued' | 'sent' | 'failed'
  attempts: number
  trouble: MailTrouble | null
  queuedAt: string
  endedAt: string | null
}

export const mailSettingsQuery = queryOptions({
  queryKey: ['mail', 'settings'],
  queryFn: ({ signal }) => request<MailSettings>('GET', '/mail-settings', { signal }),
})

/** The mails of late; asked about again while one is on its way. */
export const mailsQuery = queryOptions({
  queryKey: ['mail', 'list'],
  staleTime: 0,
  queryFn: ({ signal }) => request<{ items: readonly Mail[]; titles: Titles }>('GET', '/mails', { signal }),
  refetchInterval: ({ state: { data } }) =>
    data?.items.some(({ state, attempts }) => state === 'queued' && attempts === 0) ? 1_000 : 15_000,
})

type MailSettingsPatch = Partial<Omit<MailSettings, 'hasPassword' | 'addressFixed' | 'ready'>> & { password?: string }

export function saveMailSettings(body: MailSettingsPatch): Promise<MailSettings> {
  return request('PATCH', '/mail-settings', { body })
}

export function sendTestMail(): Promise<{ id: string }> {
  return request('POST', '/mail-settings/test-mails')
}
