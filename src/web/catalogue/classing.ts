import type { Filter } from '#shared/filter'
import type { Label } from '#shared/label'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import type { ListQuery } from '../api/records.ts'
import { type ListSearch, queryOf } from '../list/list-query.ts'
import { choicesOf } from '../ui/cells/choice.ts'

/** What a catalogue is classed by: a field, or a part that its values begin with, such as the province of a region. */
export type Classing = { by: string; label: Label; field: FieldWire; isPart: boolean }

/** All ways in which the reader may have the list of an object as a catalogue. */
export function classingsOf(object: ObjectWire): readonly Classing[] {
  return (object.catalogue?.by ?? []).flatMap(({ by, label }) => {
    const field = fieldOf(object, by.split('.')[0] ?? by)
    return field?.groupable ? [{ by, label, field, isPart: by !== field.name }] : []
  })
}

export type ShownList = {
  /** As the reader asked for it. */
  asked: ListQuery
  /** With the class that is open, in the order of the catalogue unless the reader asked for another. */
  query: ListQuery
  columns?: readonly string[]
  classing?: Classing
}

/** What a list shows at an address. */
export function shownAt(object: ObjectWire, search: ListSearch): ShownList {
  const asked = queryOf(search)
  const classing = asked.deleted ? undefined : classingsOf(object).find(({ by }) => by === search.catalogue)
  if (!classing) return { asked, query: asked, columns: search.columns }
  const { where } = asked
  const own = search.class === undefined ? undefined : whereClass(classing, search.class)
  const query: ListQuery = {
    ...asked,
    where: where && own ? { and: [where, own] } : (own ?? where),
    sort: asked.sort ?? (asked.search ? undefined : own ? numberOf(object) : `${classing.by},${numberOf(object)}`),
  }
  return { asked, query, columns: search.columns ?? object.catalogue?.list, classing }
}

/** The order of classes: that in which the values are declared, or that of the values; what has none comes last. */
export function inOrder<Class extends { value: unknown }>(
  { field }: Classing,
  classes: readonly Class[],
): readonly Class[] {
  const declared = choicesOf(field).map(({ value }) => value)
  const place = ({ value }: Class): number => {
    const at = declared.indexOf(String(value))
    return value === null ? Number.MAX_SAFE_INTEGER : at < 0 ? declared.length : at
  }
  return classes.toSorted(
    (one, other) => place(one) - place(other) || (String(one.value) < String(other.value) ? -1 : 1),
  )
}

function whereClass({ field: { name }, isPart }: Classing, value: string): Filter {
  if (value === '') return { [name]: { empty: true } }
  return { [name]: isPart ? { under: value } : { in: [value] } }
}

/** What its files are numbered by; by their names where they are not. */
function numberOf({ fields, title }: ObjectWire): string {
  return fields.find(({ kind, sortable }) => kind === 'archive_number' && sortable)?.name ?? title
}
