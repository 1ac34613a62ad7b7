import { queryOptions } from '@tanstack/react-query'
import type { FieldWire, ObjectWire, Titles } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { request } from '../api/request.ts'

type Group = { value: unknown; count: number; sums: Record<string, unknown> }
type GroupsAnswer = { groups: readonly Group[]; titles: Titles }

/** The records of a list by the values of a field, or a part of them such as `region.province`: how many, and what figures come to. */
export function groupsQuery(
  { object, query: { search, where }, by }: { object: ObjectWire; query: ListQuery; by: string },
  sums: readonly FieldWire[] = [],
) {
  const query = { by, sum: sums.map(({ name }) => name).join() || undefined, search, where }
  return queryOptions({
    queryKey: ['list', object.name, 'groups', query],
    queryFn: ({ signal }) => request<GroupsAnswer>('GET', `/${object.path}/groups`, { query, signal }),
  })
}
