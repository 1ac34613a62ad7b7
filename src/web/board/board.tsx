import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import type { ChoiceWire, FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { canType } from '../form/form-values.ts'
import { choicesOf } from '../ui/cells/choice.ts'
import { useWords } from '../words/words.ts'
import { BoardColumn } from './board-column.tsx'
import { useMoves } from './use-moves.ts'
import './board.css'

export type BoardProps = { object: ObjectWire; query: ListQuery; columns?: readonly string[]; field: FieldWire }

type Shown = { record: RecordWire; titles: Titles }

/** How far the pointer goes before a press is a drag. */
const activationConstraint = { distance: 6 }

/** The records of a list in a column for each value of a choice; dragging a card, or its menu, gives it another value. */
export function Board({ object, query, columns, field }: BoardProps) {
  const { t } = useWords()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint }))
  const { moved, move } = useMoves(object, field)
  const mayMove = canType(field)
  const values: readonly (ChoiceWire | null)[] = [...choicesOf(field).filter(({ hidden }) => !hidden), null]
  const drop = ({ active, over }: DragEndEvent): void => {
    const card: Partial<Shown> | undefined = active.data.current
    if (card?.record && over) move(card.record, card.titles ?? {}, over.data.current?.value ?? null)
  }
  return (
    <DndContext
      sensors={sensors}
      onDragEnd={drop}
      accessibility={{ screenReaderInstructions: { draggable: t('board.hint') }, announcements: silent }}
    >
      <div className="board">
        {values.map((choice) => (
          <BoardColumn
            key={choice?.value ?? ''}
            {...{ object, query, columns, field, choice, values, moved }}
            onMove={mayMove ? move : undefined}
          />
        ))}
      </div>
    </DndContext>
  )
}

// The toast that follows says what happened, in the reader's language.
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}
