import { queryOptions } from '@tanstack/react-query'
import type { ListWire, ObjectWire } from '#shared/wire'
import type { FileNamed } from './grounds.ts'
import { request } from './request.ts'

const offered = 5

/** The latest records of a file that may prove a change of it. */
export function latestProofs({ name, path, parent, proves, timeline }: ObjectWire, file: FileNamed) {
  const query = {
    where: { [parent?.field ?? '']: file.record },
    sort: timeline ? `-${timeline}` : undefined,
    fields: proves?.join(),
    limit: offered,
  }
  return queryOptions({
    queryKey: ['list', name, 'proofs', file.record],
    queryFn: ({ signal }) => request<ListWire>('GET', `/${path}`, { query, signal }),
  })
}
