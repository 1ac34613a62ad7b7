import type { FieldWire, ObjectWire } from '#shared/wire'
import type { ListSearch } from './list-query.ts'

/**
 * The field whose values are columns of a board, the date on whose days the records stand, or the field by which the list is added up;
 * none of them: it is shown as rows.
 */
export function layoutIn(
  object: ObjectWire,
  { board, calendar, group, deleted }: ListSearch,
): { board?: FieldWire; calendar?: FieldWire; group?: FieldWire } {
  if (deleted) return {}
  return {
    board: boardFields(object).find(({ name }) => name === board),
    calendar: calendarFields(object).find(({ name }) => name === calendar),
    group: groupFields(object).find(({ name }) => name === group),
  }
}

export function boardFields({ fields }: ObjectWire): readonly FieldWire[] {
  return fields.filter(({ kind, operators }) => kind === 'choice' && operators.includes('eq'))
}

export function calendarFields({ fields }: ObjectWire): readonly FieldWire[] {
  return fields.filter(({ kind, operators }) => (kind === 'date' || kind === 'date_time') && operators.includes('gte'))
}

export function groupFields({ fields }: ObjectWire): readonly FieldWire[] {
  return fields.filter(({ groupable }) => groupable)
}
