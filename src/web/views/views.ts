import { useInfiniteQuery } from '@tanstack/react-query'
import type { ObjectWire, RecordAnswer, RecordWire, Titles } from '#shared/wire'
import { useObjectNamed } from '../api/definitions.ts'
import { listQuery } from '../api/records.ts'
import { type ListSearch, type ListShape, readListShape } from '../list/list-query.ts'

/** A list as somebody likes to see it, kept under a name. */
export type SavedView = { id: string; name: string; shape: ListShape; record: RecordAnswer; isOwn: boolean }

/** More than anybody keeps of one list. */
const most = 100

/** The reader's own views of a list and those that others share, oldest first. `saved`: the object that keeps them, where the reader may use it, and once they are known. */
export function useViews(object: ObjectWire): { saved?: ObjectWire; views: readonly SavedView[] } {
  const saved = useObjectNamed('saved_view')
  const readable = saved?.can.includes('read') ? saved : undefined
  const { data } = useInfiniteQuery({
    ...listQuery(readable ?? object, { where: { object: object.name }, sort: 'createdAt' }, { limit: most }),
    enabled: readable !== undefined,
  })
  const page = readable && data?.pages[0]
  return page ? { saved: readable, views: page.items.map((record) => viewOf(record, page.titles)) } : { views: [] }
}

function viewOf(record: RecordWire, titles: Titles): SavedView {
  const { id, name, settings } = record
  const shape = typeof settings === 'object' && settings !== null ? readListShape({ ...settings }) : {}
  const isOwn = record.can.includes('update')
  return { id, name: String(name), shape, record: { ...record, titles, unresolved: [] }, isOwn }
}

export function isSameShape(one: ListShape, other: ListShape): boolean {
  return JSON.stringify(readListShape(one)) === JSON.stringify(readListShape(other))
}

/** The part of the address that shows a view as it was kept, or the whole list. */
export function searchOf(view: SavedView | undefined): ListSearch {
  return view ? { ...view.shape, view: view.id } : {}
}
