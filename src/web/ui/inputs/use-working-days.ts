import { queryOptions, useQuery } from '@tanstack/react-query'
import type { WorkingCalendar } from '#shared/working-days'
import { request } from '../../api/request.ts'

/** When the company works; under the key of holidays, so that it is read anew as soon as one of them changes. */
const workingDaysQuery = queryOptions({
  queryKey: ['list', 'holiday', 'calendar'],
  staleTime: 5 * 60_000,
  queryFn: ({ signal }) => request<WorkingCalendar>('GET', '/working-days', { signal }),
})

/** Undefined until it is known. */
export function useWorkingDays(): WorkingCalendar | undefined {
  return useQuery(workingDaysQuery).data
}
