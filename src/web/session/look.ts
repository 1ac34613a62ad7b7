import { queryOptions } from '@tanstack/react-query'
import { request } from '../api/request.ts'

type LookWire = { name: string | null; accent: string | null; signInText: string | null; logo: string | null }

/** How the company looks to whoever comes to its door. */
export const lookQuery = queryOptions({
  queryKey: ['look'],
  staleTime: 60_000,
  queryFn: ({ signal }) => request<LookWire>('GET', '/look', { signal }),
})
