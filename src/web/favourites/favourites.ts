import { useQuery, useQueryClient } from '@tanstack/react-query'
import { mostFavourites } from '#shared/most-favourites'
import type { ListWire, ObjectWire, RecordWire } from '#shared/wire'
import { useObjectNamed } from '../api/definitions.ts'
import { changeRecord, createRecord, deleteRecord, refresh, restoreRecord } from '../api/records.ts'
import { request } from '../api/request.ts'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'

/** What can be starred: a record, a saved view and the list that it is of, or a page. */
export type Starred = { object?: string; record?: string; page?: string }

const queryKey = ['list', 'favourite', 'own']

export type Favourites = {
  object?: ObjectWire
  /** Whether the server has said what is starred: until then nothing can be told of a star, nor one be placed. */
  isKnown: boolean
  items: ListWire['items']
  titles: ListWire['titles']
}

/** What the reader has starred, in the own order, and the object that keeps it, for whoever may have any. */
export function useFavourites(): Favourites {
  const known = useObjectNamed('favourite')
  const object = known?.can.includes('read') ? known : undefined
  const { data } = useQuery({
    queryKey,
    enabled: object !== undefined,
    queryFn: ({ signal }) =>
      request<ListWire>('GET', `/${object?.path}`, { query: { sort: 'position', limit: mostFavourites }, signal }),
  })
  return { object, isKnown: data !== undefined, items: data?.items ?? [], titles: data?.titles ?? {} }
}

export function isSameStarred(favourite: RecordWire, { object, record, page }: Starred): boolean {
  return record
    ? favourite.object === object && favourite.record === record
    : !favourite.record && favourite.page === page
}

export type FavouriteActions = {
  add(what: Starred): void
  /** Takes one away, and offers to take that back. */
  remove(favourite: RecordWire): void
  /** Puts one between two others. */
  move(favourite: RecordWire, position: number): void
}

export function useFavouriteActions(object: ObjectWire): FavouriteActions {
  const { t } = useWords()
  const client = useQueryClient()
  const { items } = useFavourites()
  const done = (work: Promise<unknown>): void => void work.catch(toastError).finally(() => refresh(client, object.name))
  const show = (change: (shown: ListWire['items']) => ListWire['items']): void =>
    void client.setQueryData<ListWire>(queryKey, (was) => was && { ...was, items: change(was.items) })
  return {
    add: (what) => {
      const position = Number(items.at(-1)?.position ?? 0) + 1
      done(createRecord(object, { ...what, position }, crypto.randomUUID()))
    },
    remove: (favourite) => {
      show((shown) => shown.filter(({ id }) => id !== favourite.id))
      const undo = { label: t('action.undo'), run: () => done(restoreRecord(object, favourite.id)) }
      done(deleteRecord(object, favourite.id).then(() => toast({ text: t('favourite.removed'), action: undo })))
    },
    move: (favourite, position) => {
      const placed = { ...favourite, position }
      show((shown) => shown.map((one) => (one.id === favourite.id ? placed : one)).toSorted(inOrder))
      done(changeRecord(object, favourite, { position }))
    },
  }
}

function inOrder(one: RecordWire, other: RecordWire): number {
  return Number(one.position) - Number(other.position)
}
