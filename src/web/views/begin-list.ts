import type { QueryClient } from '@tanstack/react-query'
import { definitionsQuery } from '../api/definitions.ts'
import { sessionQuery } from '../api/session.ts'
import type { ListSearch } from '../list/list-query.ts'
import { firstView, searchOf, viewsOf, viewsQuery, whole } from './views.ts'

/** How a list begins whose address does not say it, or names a view by its id alone; nothing where the address says it all. */
export async function beginList(
  client: QueryClient,
  path: string,
  search: ListSearch,
): Promise<ListSearch | undefined> {
  const said = Object.keys(search)
  if (search.view === whole || said.some((name) => name !== 'view')) return undefined
  const [{ objects }, session] = await Promise.all([
    client.ensureQueryData(definitionsQuery),
    client.ensureQueryData(sessionQuery),
  ])
  const object = objects.find((one) => one.path === path)
  const saved = objects.find(({ name, can }) => name === 'saved_view' && can.includes('read'))
  if (!object || !saved || !session) return undefined
  // A list without its views is better than none.
  const kept = await client.fetchInfiniteQuery(viewsQuery(saved, object)).catch(() => undefined)
  const views = viewsOf(kept?.pages[0])
  const view = search.view ? views.find(({ id }) => id === search.view) : firstView(views, object, session.user)
  const shown = searchOf(view)
  return view && Object.keys(shown).length > said.length ? shown : undefined
}
