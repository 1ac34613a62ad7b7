import { useInfiniteQuery } from '@tanstack/react-query'
import type { FieldWire, ObjectWire, RecordAnswer, RecordWire } from '#shared/wire'
import { childrenOf, useObjects } from '../api/definitions.ts'
import { listQuery } from '../api/records.ts'
import type { ContactWay } from '../kind-web.ts'
import { webOf } from '../registry.ts'
import { isEmptyValue } from '../ui/empty-value.ts'
import { titleOf } from '../words/title-of.ts'

/** A number that may be dialled from a file, seen or unseen. */
export type Dialled = { object: ObjectWire; record: RecordWire; field: FieldWire; way: ContactWay; name: string }

// As many as the file itself shows of them.
const most = 20

/** The numbers of a file: its own, then those of the people on it; nothing for what never has any, such as a plan. */
export function useNumbers(object: ObjectWire, record: RecordAnswer): readonly Dialled[] | undefined {
  const people = childrenOf(object, useObjects()).find(
    (child) => child.timeline === null && dialFields(child).length > 0,
  )
  const where = people?.parent ? { [people.parent.field]: record.id } : undefined
  const list = useInfiniteQuery({
    ...listQuery(people ?? object, { where }, { limit: most }),
    enabled: Boolean(people),
  })
  const theirs = people ? (list.data?.pages[0]?.items ?? []).flatMap((row) => numbersOf(people, row)) : []
  if (!people && dialFields(object).length === 0) return undefined
  return [...numbersOf(object, record), ...theirs]
}

function numbersOf(object: ObjectWire, record: RecordWire): Dialled[] {
  return dialFields(object)
    .filter(({ field }) => mayDial(object, record, field))
    .map(({ field, way }) => ({ object, record, field, way, name: titleOf(object, record) }))
}

function dialFields(object: ObjectWire): { field: FieldWire; way: ContactWay }[] {
  return object.fields.flatMap((field) => {
    const way = webOf(field).contact
    return way?.use === 'dial' ? [{ field, way }] : []
  })
}

function mayDial(object: ObjectWire, record: RecordWire, field: FieldWire): boolean {
  if (record.masked?.[field.name] === undefined) return !isEmptyValue(record[field.name])
  return field.revealable && object.can.includes('reveal')
}
