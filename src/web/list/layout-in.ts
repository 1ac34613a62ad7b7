import type { FieldWire, ObjectWire } from '#shared/wire'
import type { ListSearch } from './list-query.ts'

/** The field whose values are columns of a board, or by which the list is added up; neither: it is shown as rows. */
export function layoutIn(
  object: ObjectWire,
  { board, group, deleted }: ListSearch,
): { board?: FieldWire; group?: FieldWire } {
  if (deleted) return {}
  return {
    board: object.fields.find(({ name, kind }) => name === board && kind === 'choice'),
    group: object.fields.find(({ name, groupable }) => name === group && groupable),
  }
}
