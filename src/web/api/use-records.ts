import { useQuery } from '@tanstack/react-query'
import type { Filter } from '#shared/filter'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { readBeside } from './lists.ts'

const most = 200

/** All records that fit, each with the titles that it needs: lists that are short by their nature; none of an object that the reader has not. */
export function useRecords(
  object: ObjectWire | undefined,
  where: Filter,
  asked: { sort?: string; deleted?: boolean } = {},
) {
  const { data, error, isPending } = useQuery({
    queryKey: ['list', object?.name, 'whole', where, asked],
    enabled: object !== undefined,
    queryFn: ({ signal }) => readBeside(object?.path ?? '', { where, ...asked, limit: most }, signal),
  })
  const rows = (data?.items ?? []).map(
    (item): RecordAnswer => ({ ...item, titles: data?.titles ?? {}, unresolved: [] }),
  )
  return { rows, error, isPending }
}
