import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import { titleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'
import { useQuickChange } from './use-quick-change.ts'

/** A record that already stands in its new place while the change is on its way. */
export type MovedRecord = { record: RecordWire; titles: Titles; to: string | null }

export type Move = (record: RecordWire, titles: Titles, to: string | null) => Promise<void>

/** Gives a record another value of a field, called as `nameOf` says; it goes there at once, and back where that is refused. */
export function useMoves(
  object: ObjectWire,
  field: FieldWire,
  nameOf: (to: string | null) => string,
): { moved: readonly MovedRecord[]; move: Move } {
  const { t } = useWords()
  const client = useQueryClient()
  const change = useQuickChange(object)
  const [moved, setMoved] = useState<readonly MovedRecord[]>([])
  const without = (id: string) => (was: readonly MovedRecord[]) => was.filter(({ record }) => record.id !== id)
  const move: Move = async (record, titles, to) => {
    if ((record[field.name] ?? null) === to) return
    setMoved((was) => [...without(record.id)(was), { record, titles, to }])
    await change(record, { [field.name]: to }, t('board.moved', { title: titleOf(object, record), value: nameOf(to) }))
    await client.invalidateQueries({ queryKey: ['list', object.name] })
    setMoved(without(record.id))
  }
  return { moved, move }
}
