import type { ChoiceWire, FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { canType } from '../form/form-values.ts'
import { useMoves } from '../form/use-moves.ts'
import { choicesOf } from '../ui/cells/choice.ts'
import { DragBetween } from '../ui/drag-between.tsx'
import { useWords } from '../words/words.ts'
import { BoardColumn } from './board-column.tsx'
import './board.css'

export type BoardProps = { object: ObjectWire; query: ListQuery; columns?: readonly string[]; field: FieldWire }

type Shown = { record: RecordWire; titles: Titles }

/** The records of a list in a column for each value of a choice; dragging a card, or its menu, gives it another value. */
export function Board({ object, query, columns, field }: BoardProps) {
  const { t, label } = useWords()
  const choices = choicesOf(field)
  const { moved, move } = useMoves(object, field, (to) => {
    const choice = choices.find(({ value }) => value === to)
    return choice ? label(choice.label) : t('board.none')
  })
  const mayMove = canType(field)
  const values: readonly (ChoiceWire | null)[] = [...choices.filter(({ hidden }) => !hidden), null]
  const drop = ({ record, titles }: Partial<Shown>, to: unknown): void => {
    if (record) void move(record, titles ?? {}, typeof to === 'string' ? to : null)
  }
  return (
    <DragBetween hint={t('board.hint')} onDrop={(card, { value }) => drop(card, value)}>
      <div className="board">
        {values.map((choice) => (
          <BoardColumn
            key={choice?.value ?? ''}
            {...{ object, query, columns, field, choice, values, moved }}
            onMove={mayMove ? move : undefined}
          />
        ))}
      </div>
    </DragBetween>
  )
}
