import type { ObjectWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import type { ChangeQuery } from './list-page.tsx'
import type { ListShape } from './list-query.ts'
import type { ListRow } from './list-rows.ts'
import type { Selection } from './use-selection.ts'

/** What a grid and a stack of cards both need. */
export type RowsProps = {
  object: ObjectWire
  rows: readonly ListRow[]
  total: number
  query: ListQuery
  /** Fields shown of each, how wide, and how many stay in sight, where somebody chose. */
  shape: Pick<ListShape, 'columns' | 'widths' | 'frozen'>
  selection: Selection
  isLoadingMore: boolean
  onChange: ChangeQuery
  /** The end of the loaded rows came in sight. */
  onEnd: () => void
}
