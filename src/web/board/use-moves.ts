import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import { useQuickChange } from '../form/use-quick-change.ts'
import { choicesOf } from '../ui/cells/choice.ts'
import { titleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'

/** A card that already stands in its new column while the change is on its way. */
export type MovedCard = { record: RecordWire; titles: Titles; to: string | null }

export type Move = (record: RecordWire, titles: Titles, to: string | null) => void

/** Gives a record another value of the board's field; the card goes there at once, and back where that is refused. */
export function useMoves(object: ObjectWire, field: FieldWire): { moved: readonly MovedCard[]; move: Move } {
  const { t, label } = useWords()
  const client = useQueryClient()
  const change = useQuickChange(object)
  const [moved, setMoved] = useState<readonly MovedCard[]>([])
  const without = (id: string) => (was: readonly MovedCard[]) => was.filter(({ record }) => record.id !== id)
  const move: Move = async (record, titles, to) => {
    if ((record[field.name] ?? null) === to) return
    setMoved((was) => [...without(record.id)(was), { record, titles, to }])
    const choice = choicesOf(field).find(({ value }) => value === to)
    const value = choice ? label(choice.label) : t('board.none')
    await change(record, { [field.name]: to }, t('board.moved', { title: titleOf(object, record), value }))
    await client.invalidateQueries({ queryKey: ['list', object.name] })
    setMoved(without(record.id))
  }
  return { moved, move }
}
