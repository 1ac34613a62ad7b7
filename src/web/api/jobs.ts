import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export type JobWire = {
  id: string
  kind: string
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number | null
  error: string | null
}

/** A job, asked about until it has ended. */
export function jobQuery(id: string) {
  return queryOptions({
    queryKey: ['job', id],
    queryFn: ({ signal }) => request<JobWire>('GET', `/jobs/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data && data.state !== 'queued' && data.state !== 'running' ? false : 700,
  })
}

/** Stops between two steps; what is done stays done. */
export function cancelJob(id: string): Promise<unknown> {
  return request('DELETE', `/jobs/${id}`)
}
