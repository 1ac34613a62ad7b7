import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import type { ListQuery } from '../api/records.ts'
import { request } from '../api/request.ts'
import type { Classing } from '../catalogue/classing.ts'

/** Records of a list, all that match or the chosen ones, with the columns that are shown; `classing`: as a catalogue. */
export type Printed = {
  object: ObjectWire
  query: ListQuery
  columns?: readonly string[]
  classing?: Classing
  ids?: readonly string[]
}

/** `classes`: that of each row, where a catalogue was asked for. */
export type PrintTable = {
  rows: readonly (readonly string[])[]
  classes?: readonly string[]
  total: number
  totalExact: boolean
}

/** The table as its reader may have it on paper or by the clipboard; the log has it before. */
export async function askTable(
  { object, query, columns, classing, ids }: Printed,
  as: 'paper' | 'copy',
): Promise<PrintTable> {
  const { where, search, sort } = query
  const fields = columnsIn(object, columns)
  const body = {
    object: object.path,
    as,
    fields,
    ids: ids?.slice(0, most),
    where,
    search,
    sort,
    by: as === 'paper' ? classing?.by : undefined,
  }
  const table = await request<PrintTable>('POST', '/prints', { body })
  return ids ? { ...table, total: ids.length } : table
}

/** What the server hands out at once. */
const most = 200

/** The title first, as in the list. */
export function columnsIn(object: ObjectWire, columns: readonly string[] = object.list): readonly string[] {
  return [...new Set([object.title, ...columns])].filter((name) => fieldOf(object, name))
}
