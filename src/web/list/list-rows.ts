import type { ListWire, RecordWire, Titles } from '#shared/wire'

/** A record with the titles that its own page of the list brought, so that rows stay the same when more pages come. */
export type ListRow = { record: RecordWire; titles: Titles }

type ListPage = Pick<ListWire, 'items' | 'titles'>

const made = new WeakMap<ListPage, readonly ListRow[]>()

/** The rows of all pages; those of a page that is still the same are the same too, so that they need not be drawn anew. */
export function rowsOf(pages: readonly ListPage[]): readonly ListRow[] {
  return pages.flatMap((page) => {
    const rows = made.get(page) ?? page.items.map((record) => ({ record, titles: page.titles }))
    made.set(page, rows)
    return rows
  })
}
