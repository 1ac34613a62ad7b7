import { useQuery } from '@tanstack/react-query'
import type { FieldWire, ObjectWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { groupsQuery } from '../groups/groups-query.ts'

const counted = new Set(['choice', 'choices', 'user', 'unit', 'reference', 'references', 'tags'])

/** How many of the records that meet everything else have each value of a field, as far as the reader sees them. */
export function useCounts(
  object: ObjectWire,
  field: FieldWire,
  within: ListQuery,
): ReadonlyMap<string, number> | undefined {
  const { data } = useQuery({
    ...groupsQuery({ object, query: within, by: field.name }),
    // Of the recycle bin nothing is added up.
    enabled: field.groupable && counted.has(field.kind) && !within.deleted,
  })
  return data && new Map(data.groups.map(({ value, count }) => [String(value), count]))
}
