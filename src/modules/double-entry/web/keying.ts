import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../web/api/request.ts'

export type Scan = { id: string; name: string; size: number; type: string }
type Form = { object: string; field: string; number: string | null; title: string | null; evidence: readonly Scan[] }
type Keyed = { state: 'same' | 'differs' | 'dropped' | 'outdated'; request: string | null }

export function formQuery(entry: string) {
  return queryOptions({
    // Not among the lists: once its value has been keyed there is no form to fetch again.
    queryKey: ['keying', entry],
    queryFn: ({ signal }) => request<Form>('GET', `/second-entries/${entry}/form`, { signal }),
  })
}

export function keyAgain(entry: string, value: unknown): Promise<Keyed> {
  return request('POST', `/second-entries/${entry}/keying`, { body: { value } })
}
