import { queryOptions, skipToken, useQueries, useQuery } from '@tanstack/react-query'
import type { ObjectWire, RecordAnswer, RecordWire, Titles } from '#shared/wire'
import { changesQuery } from '../api/change-requests.ts'
import { readBeside } from '../api/lists.ts'
import { useProposals } from './use-proposed.ts'

/** A file that more changes wait for is rare; the notice leads to all of them. */
const most = 5

/** What waits about a record, as far as the reader sees change requests. */
export const pendingAbout = (record: RecordAnswer) => ({ record: record.id, state: 'pending' })

export function pendingQuery(proposals: ObjectWire | undefined, record: RecordAnswer) {
  const query = { where: pendingAbout(record), limit: most }
  return queryOptions({
    queryKey: ['list', proposals?.name, 'about', record.id],
    queryFn: proposals ? ({ signal }) => readBeside(proposals.path, query, signal) : skipToken,
  })
}

/** What stands in one field once somebody agrees, and the change request that says so. */
export type PendingValue = { object: ObjectWire; request: RecordWire; by: string; value: unknown; titles: Titles }

/** By field. */
export function usePendingValues(
  object: ObjectWire,
  record: RecordAnswer,
): ReadonlyMap<string, readonly PendingValue[]> {
  const seen = useProposals()
  const proposals = object.approvals ? seen : undefined
  const { data } = useQuery(pendingQuery(proposals, record))
  const updates = data?.items.filter(({ operation }) => operation === 'update') ?? []
  const looked = useQueries({
    queries: proposals ? updates.map(({ id }) => changesQuery(proposals, id)) : [],
  })
  if (!proposals) return new Map()
  const values = updates.flatMap((request, index) => {
    const changes = looked[index]?.data
    const by = data?.titles[String(request.proposer)] ?? ''
    return (changes?.items ?? []).map(({ field, proposed: value }) => ({
      field,
      pending: { object: proposals, request, by, value, titles: changes?.titles ?? {} },
    }))
  })
  const byField = Map.groupBy(values, ({ field }) => field)
  return new Map([...byField].map(([field, found]) => [field, found.map(({ pending }) => pending)]))
}
