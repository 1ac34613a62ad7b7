import { queryOptions } from '@tanstack/react-query'
import type { FieldWire, ObjectWire, Titles } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { request } from '../api/request.ts'

/** `span`: of a stretch of the calendar, between what its values lie. */
export type Group = {
  value: unknown
  count: number
  sums: Record<string, unknown>
  span?: readonly [string, string]
}
export type GroupsAnswer = { groups: readonly Group[]; titles: Titles }

type Grouped = {
  object: ObjectWire
  query: ListQuery
  /** A field, or a part of one such as `region.province`; without it all records are one group. */
  by?: string
  /** Stretches of the calendar that the values fall into. */
  per?: string
}

/** The records of a list in groups: how many there are in each, and what figures come to. */
export function groupsQuery({ object, query: { search, where }, by, per }: Grouped, sums: readonly FieldWire[] = []) {
  const query = { by, per, sum: sums.map(({ name }) => name).join() || undefined, search, where }
  return queryOptions({
    queryKey: ['list', object.name, 'groups', query],
    queryFn: ({ signal }) => request<GroupsAnswer>('GET', `/${object.path}/groups`, { query, signal }),
  })
}
