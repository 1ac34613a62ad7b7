import type { Filter } from '#shared/filter'
import type { ListQuery } from '../api/records.ts'

/** Reads the search part of a list's address; what makes no sense there is left out. */
export function readListQuery(search: Record<string, unknown>): ListQuery {
  const query: ListQuery = {}
  if (typeof search.search === 'string' && search.search !== '') query.search = search.search
  else if (typeof search.search === 'number') query.search = String(search.search)
  if (isFilter(search.where)) query.where = search.where
  if (typeof search.sort === 'string' && search.sort !== '') query.sort = search.sort
  if (search.deleted === true) query.deleted = true
  return query
}

/** The search part of the address of a file that was opened from a list: whether it lies in the recycle bin. */
export function fileSearch({ deleted }: ListQuery): ListQuery {
  return deleted ? { deleted } : {}
}

function isFilter(value: unknown): value is Filter {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
}
