import type { FieldWire, ObjectWire } from '#shared/wire'
import type { PageOptions } from '../api/records.ts'
import { type ShownList, shownAt } from '../catalogue/classing.ts'
import { fieldsShown } from './columns.ts'
import { layoutIn } from './layout-in.ts'
import type { ListSearch } from './list-query.ts'

export type ListShown = ShownList & {
  /** The date on whose days the records stand, where they do. */
  calendar?: FieldWire
  /** What the list page itself reads. */
  page: PageOptions
}

/** What a list shows at an address, and how. */
export function listShown(object: ObjectWire, search: ListSearch): ListShown {
  const shown = shownAt(object, search)
  const { board, calendar, group } = layoutIn(object, search)
  // A board, a calendar and a summary read their records themselves; of the list they need to know how long it is.
  const page =
    board || calendar || group ? { limit: 1, fields: [object.title] } : { fields: fieldsShown(object, shown.columns) }
  return { ...shown, calendar, page }
}
