import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { request } from '../../../web/api/request.ts'
import { sessionQuery } from '../../../web/api/session.ts'

export const minutesOffered = [15, 30, 60] as const
export type Asked = { number: string; grounds: string; minutes: (typeof minutesOffered)[number] }
export type Finding = 'justified' | 'not_justified'
type Setting = { allowed: boolean }

/** Asks for a fresh proof by itself, as every sensitive act does. */
export function takeEmergencyAccess(asked: Asked): Promise<{ id: string; customer: string; until: string }> {
  return request('POST', '/emergency-accesses', { body: asked })
}

export function endEmergencyAccess(id: string): Promise<void> {
  return request('DELETE', `/emergency-accesses/${id}`)
}

export function reviewEmergencyAccess(id: string, review: { finding: Finding; opinion: string }): Promise<void> {
  return request('POST', `/emergency-accesses/${id}/review`, { body: review })
}

export const emergencySettingQuery = queryOptions({
  queryKey: ['emergency-settings'],
  staleTime: 0,
  queryFn: ({ signal }) => request<Setting>('GET', '/emergency-settings', { signal }),
})

export function changeEmergencySetting(setting: Setting): Promise<Setting> {
  return request('PATCH', '/emergency-settings', { body: setting })
}

/** Whether the reader is one whom files can be closed to: who sees all needs no emergency access. */
export function useMayTakeEmergencyAccess(): boolean {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const customers = useObjectNamed('customer')
  return session?.user.role !== 'head' && customers?.can.includes('read') === true
}
