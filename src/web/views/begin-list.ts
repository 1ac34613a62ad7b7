import type { QueryClient } from '@tanstack/react-query'
import { definitionsQuery } from '../api/definitions.ts'
import { listQuery } from '../api/records.ts'
import { sessionQuery } from '../api/session.ts'
import type { ListSearch } from '../list/list-query.ts'
import { listShown } from '../list/list-shown.ts'
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

/** Asks for the first rows of a list before its page is drawn, which then finds them on the way, and tells what went wrong. */
export async function askForRows(client: QueryClient, path: string, search: ListSearch): Promise<void> {
  const definitions = await client.ensureQueryData(definitionsQuery).catch(() => undefined)
  const object = definitions?.objects.find((one) => one.path === path)
  if (!object) return
  const { query, page } = listShown(object, search)
  await client.prefetchInfiniteQuery(listQuery(object, query, page))
}
