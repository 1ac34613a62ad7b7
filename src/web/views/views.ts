import { useInfiniteQuery } from '@tanstack/react-query'
import type { ListWire, ObjectWire, RecordAnswer, RecordWire, Titles } from '#shared/wire'
import { useObjectNamed } from '../api/definitions.ts'
import { listQuery } from '../api/records.ts'
import type { SessionWire } from '../api/session.ts'
import { type ListSearch, type ListShape, readListShape } from '../list/list-query.ts'

/** A list as somebody likes to see it, kept under a name. */
export type SavedView = {
  id: string
  name: string
  shape: ListShape
  record: RecordAnswer
  isOwn: boolean
  /** Those whose lists begin with it. */
  roles: readonly unknown[]
}

/** Stands in an address for the whole list, where the list would begin with a view. */
export const whole = 'all'

/** More than anybody keeps of one list. */
const most = 100

export function viewsQuery(saved: ObjectWire, object: ObjectWire) {
  return listQuery(saved, { where: { object: object.name }, sort: 'createdAt' }, { limit: most })
}

export function viewsOf(page: Pick<ListWire, 'items' | 'titles'> | undefined): readonly SavedView[] {
  return page ? page.items.map((record) => viewOf(record, page.titles)) : []
}

/** The view with which a list begins: by the own choice, else by that for a role of the reader's; none: the whole list. */
export function firstView(
  views: readonly SavedView[],
  object: ObjectWire,
  { views: own, roles }: Pick<SessionWire['user'], 'views' | 'roles'>,
): SavedView | undefined {
  const chosen = own[object.name]
  if (chosen === whole) return undefined
  const ofRole = ({ roles: named }: SavedView): boolean => named.some((role) => roles.some((held) => held === role))
  return views.find(({ id }) => id === chosen) ?? views.find(ofRole)
}

/** The reader's own views of a list and those that others share, oldest first. `saved`: the object that keeps them, where the reader may use it, and once they are known. */
export function useViews(object: ObjectWire): { saved?: ObjectWire; views: readonly SavedView[] } {
  const saved = useObjectNamed('saved_view')
  const readable = saved?.can.includes('read') ? saved : undefined
  const { data } = useInfiniteQuery({
    ...viewsQuery(readable ?? object, object),
    enabled: readable !== undefined,
  })
  const page = readable && data?.pages[0]
  return page ? { saved: readable, views: viewsOf(page) } : { views: [] }
}

function viewOf(record: RecordWire, titles: Titles): SavedView {
  const { id, name, settings } = record
  const roles = [record.defaultFor, record.defaultForOwn].flatMap((named) => (Array.isArray(named) ? named : []))
  const shape = typeof settings === 'object' && settings !== null ? readListShape({ ...settings }) : {}
  const isOwn = record.can.includes('update')
  return { id, name: String(name), shape, record: { ...record, titles, unresolved: [] }, isOwn, roles }
}

export function isSameShape(one: ListShape, other: ListShape): boolean {
  return JSON.stringify(readListShape(one)) === JSON.stringify(readListShape(other))
}

/** The part of the address that shows a view as it was kept, or the whole list. */
export function searchOf(view: SavedView | undefined): ListSearch {
  return view ? { ...view.shape, view: view.id } : { view: whole }
}
