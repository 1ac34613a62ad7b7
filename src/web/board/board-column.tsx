import { useDroppable } from '@dnd-kit/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Filter } from '#shared/filter'
import type { ChoiceWire, RecordWire, Titles } from '#shared/wire'
import { listQuery } from '../api/records.ts'
import type { Move, MovedRecord } from '../form/use-moves.ts'
import { fieldsShown } from '../list/columns.ts'
import { Button } from '../ui/button.tsx'
import { Pill } from '../ui/pill.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import type { BoardProps } from './board.tsx'
import { BoardCard } from './board-card.tsx'

const cardsAtOnce = 20

type BoardColumnProps = BoardProps & {
  /** Null: the records without a value. */
  choice: ChoiceWire | null
  values: readonly (ChoiceWire | null)[]
  moved: readonly MovedRecord[]
  /** Absent where the reader may not change the field. */
  onMove?: Move
}

/** The records with one value, as many as were asked for; a column without a value exists only for who has records there. */
export function BoardColumn({ object, query, columns, field, choice, values, moved, onMove }: BoardColumnProps) {
  const { t, label, totalOf } = useWords()
  const value = choice?.value ?? null
  const here: Filter = { [field.name]: choice ? choice.value : { empty: true } }
  const where = query.where ? { and: [query.where, here] } : here
  const fields = [...fieldsShown(object, columns), field.name]
  const list = useInfiniteQuery(listQuery(object, { ...query, where }, { limit: cardsAtOnce, fields }))
  const { setNodeRef, isOver } = useDroppable({ id: value ?? '', data: { value } })
  const page = list.data?.pages.at(-1)
  const cards = cardsOf(list.data?.pages ?? [], moved, value)
  if (!choice && page?.total === 0 && cards.length === 0) return null
  const name = choice ? label(choice.label) : t('board.none')
  const count = page && totalOf(page)
  return (
    <section ref={setNodeRef} className={isOver ? 'board-column board-over' : 'board-column'} aria-label={name}>
      <h2 className="board-head">
        <Pill colour={choice?.colour}>{name}</Pill> <span className="muted">{count}</span>
      </h2>
      <ul className="board-cards">
        {list.isPending && <Skeleton rows={3} height={64} />}
        {cards.map(({ record, titles }) => (
          <BoardCard
            key={record.id}
            {...{ object, columns, field, record, titles, values }}
            onMove={onMove && record.can.includes('update') ? onMove : undefined}
          />
        ))}
      </ul>
      <Trouble text={list.error?.message} />
      {page && cards.length === 0 && <p className="board-empty muted">{t('board.empty')}</p>}
      {list.hasNextPage && (
        <Button look="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('board.more')}
        </Button>
      )}
    </section>
  )
}

type Shown = { record: RecordWire; titles: Titles }

/** What stands in a column: those that came stand first, those that left are gone, though the list may not know yet. */
function cardsOf(
  pages: readonly { items: readonly RecordWire[]; titles: Titles }[],
  moved: readonly MovedRecord[],
  value: string | null,
): readonly Shown[] {
  const listed = pages.flatMap(({ items, titles }) => items.map((record) => ({ record, titles })))
  const staying = listed.filter(({ record }) => !moved.some(({ record: { id } }) => id === record.id))
  return [...moved.filter(({ to }) => to === value), ...staying]
}
