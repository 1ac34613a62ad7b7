import { queryOptions } from '@tanstack/react-query'
import type { Label, Locale } from '#shared/label'
import { request } from '../../../web/api/request.ts'

export type Check = 'phone' | 'code'
type Offer = { fields: readonly { name: string; usual: boolean }[]; mail: boolean; check: Check }
export type Asking = { fields: readonly string[]; language: Locale; days: number; way: 'mail' | 'copy' }
export type Asked = { id: string; check: Check; token: string | null; code: string | null }

export function offerQuery(customer: string) {
  return queryOptions({
    queryKey: ['confirmation-offer', customer],
    gcTime: 0,
    queryFn: ({ signal }) => request<Offer>('GET', `/customers/${customer}/confirmation-offer`, { signal }),
  })
}

export function askCustomer(customer: string, asking: Asking): Promise<Asked> {
  return request('POST', `/customers/${customer}/confirmations`, { body: asking })
}

export function withdrawLink(id: string): Promise<void> {
  return request('POST', `/confirmation-links/${id}/withdrawal`)
}

export type ShownField = {
  name: string
  label: Label
  kind: string
  value: string | null
  masked: boolean
  required: boolean
}
export type Shown = { version: number; fields: readonly ShownField[] }
export type Said = { is: 'right' } | { is: 'gone' } | { is: 'value'; value: string }
export type Coming = { token: string; check: string; locale: Locale }

export function openLink(coming: Coming): Promise<Shown> {
  return request('POST', '/confirmations/openings', { body: coming })
}

export function answerLink(
  answer: Coming & { version: number; answers: Readonly<Record<string, Said>> },
): Promise<void> {
  return request('POST', '/confirmations/answers', { body: answer })
}
