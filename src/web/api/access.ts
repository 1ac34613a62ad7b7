import { queryOptions } from '@tanstack/react-query'
import type { Label } from '#shared/label'
import type { ObjectWire, Operation } from '#shared/wire'
import { request } from './request.ts'

type GroundWire = { kind: 'all' | 'person' | 'unit' | 'share' | 'deputy' | 'reference'; name: string }

export type SeerWire = {
  id: string
  name: string
  roles: readonly Label[]
  rights: readonly Operation[]
  grounds: readonly GroundWire[]
}

export type ReachWire = {
  roles: readonly Label[]
  clearance: number
  objects: readonly { object: string; label: Label; rights: readonly Operation[]; count: number; exact: boolean }[]
}

/** Who can see a record, and why; asked anew each time, since rights end by the clock too. */
export function seersQuery(object: ObjectWire, id: string) {
  return queryOptions({
    queryKey: ['seers', object.name, id],
    staleTime: 0,
    queryFn: ({ signal }) => request<{ items: readonly SeerWire[] }>('GET', `/${object.path}/${id}/access`, { signal }),
  })
}

/** What a person can reach, in numbers. */
export function reachQuery(id: string) {
  return queryOptions({
    queryKey: ['reach', id],
    staleTime: 0,
    queryFn: ({ signal }) => request<ReachWire>('GET', `/users/${id}/reach`, { signal }),
  })
}
