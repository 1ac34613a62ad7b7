import type { QueryClient } from '@tanstack/react-query'
import type { ObjectWire } from '#shared/wire'
import { definitionsQuery } from '../api/definitions.ts'
import { binnedQuery, recordQuery } from '../api/records.ts'
import type { ListSearch } from '../list/list-query.ts'

/** The record that the page of a file shows at an address. */
export function fileQuery(object: ObjectWire, id: string, { deleted }: ListSearch) {
  return (deleted ? binnedQuery : recordQuery)(object, id)
}

/** Asks for the record of a file while its page comes, which finds it on the way or learns from it what went wrong. */
export async function askForFile(
  client: QueryClient,
  { path, id }: { path: string; id: string },
  search: ListSearch,
): Promise<void> {
  const definitions = await client.ensureQueryData(definitionsQuery).catch(() => undefined)
  const object = definitions?.objects.find((one) => one.path === path)
  if (object) await client.prefetchQuery(fileQuery(object, id, search))
}
