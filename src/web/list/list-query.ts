import type { Filter } from '#shared/filter'
import type { ListQuery } from '../api/records.ts'

/**
 * How a list is asked for and shown; what a saved view keeps. `board`: the choice whose values are
 * columns of cards; `calendar`: the date on whose days the records stand; `group`: the field by whose values
 * the list is added up; `catalogue`: what it is classed by as a catalogue.
 */
export type ListShape = Pick<ListQuery, 'where' | 'sort'> & {
  columns?: readonly string[]
  /** In pixels, of columns that somebody has drawn wider or narrower. */
  widths?: Readonly<Record<string, number>>
  /** How many columns stay in sight beside the title when the rest is scrolled. */
  frozen?: number
  board?: string
  calendar?: string
  group?: string
  catalogue?: string
}

/** The search part of a list's address. `view`: the saved view that it began from; `class`: the one of the catalogue that is open, empty for what has none. */
export type ListSearch = ListQuery & ListShape & { view?: string; class?: string }

/** Reads the search part of a list's address; what makes no sense there is left out. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const read: ListSearch = readListShape(search)
  if (typeof search.search === 'string' && search.search !== '') read.search = search.search
  else if (typeof search.search === 'number') read.search = String(search.search)
  if (search.deleted === true) read.deleted = true
  if (typeof search.view === 'string' && search.view !== '') read.view = search.view
  if (typeof search.class === 'string' || typeof search.class === 'number') read.class = String(search.class)
  return read
}

export function readListShape(shown: Record<string, unknown>): ListShape {
  const { where, sort, columns, widths, frozen, board, calendar, group, catalogue } = shown
  const shape: ListShape = {}
  if (isFilter(where)) shape.where = where
  if (typeof sort === 'string' && sort !== '') shape.sort = sort
  if (Array.isArray(columns)) shape.columns = columns.filter((name) => typeof name === 'string')
  const drawn = readWidths(widths)
  if (drawn) shape.widths = drawn
  if (typeof frozen === 'number' && frozen > 0) shape.frozen = frozen
  if (typeof board === 'string' && board !== '') shape.board = board
  if (typeof calendar === 'string' && calendar !== '') shape.calendar = calendar
  if (typeof group === 'string' && group !== '') shape.group = group
  if (typeof catalogue === 'string' && catalogue !== '') shape.catalogue = catalogue
  return shape
}

function readWidths(widths: unknown): Record<string, number> | undefined {
  if (typeof widths !== 'object' || widths === null) return undefined
  const read = Object.entries(widths).filter(([, width]) => typeof width === 'number')
  return read.length ? Object.fromEntries(read) : undefined
}

/** The part of an address that the records depend on. */
export function queryOf({ search, where, sort, deleted }: ListSearch): ListQuery {
  return { search, where, sort, deleted }
}

/** The search part of the address of a file that was opened from a list: whether it lies in the recycle bin. */
export function fileSearch({ deleted }: ListQuery): ListQuery {
  return deleted ? { deleted } : {}
}

function isFilter(value: unknown): value is Filter {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
}
