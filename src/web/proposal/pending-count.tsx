import { useQuery } from '@tanstack/react-query'
import type { ListWire, ObjectWire } from '#shared/wire'
import { request } from '../api/request.ts'
import { useDuties, useOwnId } from '../api/session.ts'
import { useWords } from '../words/words.ts'

// Of all that waits for somebody, they may decide on some.
const deciders = ['roles', 'appoint', 'exports']

/** How many change requests of others wait, for those who decide on such. */
export function PendingCount({ object }: { object: ObjectWire }) {
  const { t } = useWords()
  const me = useOwnId()
  const decides = useDuties().some((duty) => deciders.includes(duty))
  const where = { state: 'pending', proposer: { ne: me } }
  const { data } = useQuery({
    queryKey: ['list', object.name, 'pending', me],
    enabled: decides,
    queryFn: ({ signal }) => request<ListWire>('GET', `/${object.path}`, { query: { where, limit: 1 }, signal }),
  })
  if (!data?.total) return null
  return (
    <span className="navigation-count">
      <span aria-hidden>{data.total}</span>
      <span className="visually-hidden">{t('proposal.pending', { count: data.total })}</span>
    </span>
  )
}
