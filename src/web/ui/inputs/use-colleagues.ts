import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ListWire, ObjectWire } from '#shared/wire'
import { seersQuery } from '../../api/access.ts'
import { useObjectNamed } from '../../api/definitions.ts'
import { request } from '../../api/request.ts'
import { useOwnId } from '../../api/session.ts'
import type { Named } from '../mentions.ts'
import { useDebounced } from '../use-debounced.ts'

const offered = 20
const fresh = 5 * 60_000
const nobody: readonly Named[] = []

type Colleagues = { all: readonly Named[]; near: readonly Named[]; isLoading: boolean }

/** The colleagues who may read a file, looked up once there is a term; near to it are those whose name, also in pinyin, has it. */
export function useColleagues(file: { object: ObjectWire; id: string }, term: string | undefined): Colleagues {
  const me = useOwnId()
  const people = useObjectNamed('user')
  const seers = useQuery({ ...seersQuery(file.object, file.id), staleTime: fresh, enabled: term !== undefined })
  const all = seers.data?.items.filter(({ id }) => id !== me) ?? nobody
  const searched = useDebounced(term ?? '', 150)
  const found = useQuery({
    queryKey: ['list', 'user', 'mentioned', searched],
    enabled: people !== undefined && searched !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request<ListWire>('GET', `/${people?.path}`, { query: { search: searched, fields: 'name', limit: 200 }, signal }),
  })
  const ids = new Set(found.data?.items.map(({ id }) => id))
  const near = term ? all.filter(({ id, name }) => name.includes(term) || ids.has(id)) : all
  return { all, near: near.slice(0, offered), isLoading: seers.isLoading }
}
