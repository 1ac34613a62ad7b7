import { useInfiniteQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { FieldWire, ObjectWire, RecordWire } from '#shared/wire'
import { type ListQuery, listQuery } from '../api/records.ts'
import { canType } from '../form/form-values.ts'
import { useMoves } from '../form/use-moves.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { DragBetween } from '../ui/drag-between.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import { CalendarDay } from './calendar-day.tsx'
import { dayOf, onDay, weeksOf, within } from './month.ts'
import './calendar.css'

type CalendarProps = { object: ObjectWire; query: ListQuery; field: FieldWire }

const recordsAtOnce = 200

/** The records of a list on the days of a month by one of their dates; dragging gives a record another day. */
export function Calendar({ object, query, field }: CalendarProps) {
  const { t, format } = useWords()
  const isPhone = usePhone()
  const [month, setMonth] = useState(() => dayjs().startOf('month'))
  const weeks = useMemo(() => weeksOf(month), [month])
  const { list, records, moved, move } = useRecordsOf({ object, query, field, weeks })
  const mayMove = canType(field)
  const drop = ({ record }: { record?: RecordWire }, day: unknown): void => {
    if (record && typeof day === 'string' && day !== dayOf(record[field.name]))
      void move(record, {}, onDay(record[field.name], day, field.kind))
  }
  const days = isPhone ? weeks.flat().filter((day) => dayjs(day).isSame(month, 'month')) : weeks.flat()
  const shown = days.map((day) => ({ day, records: records.filter((record) => dayOf(record[field.name]) === day) }))
  const step = (by: number): void => setMonth(month.add(by, 'month'))
  return (
    <section className="calendar" aria-label={format.month(month.toDate())}>
      <header className="calendar-head">
        <IconButton icon={ChevronLeft} label={t('calendar.previous')} onClick={() => step(-1)} />
        <h2 aria-live="polite">{format.month(month.toDate())}</h2>
        <IconButton icon={ChevronRight} label={t('calendar.next')} onClick={() => step(1)} />
        <Button look="quiet" small onClick={() => setMonth(dayjs().startOf('month'))}>
          {t('calendar.today')}
        </Button>
        {list.isPending && <span className="muted">{t('state.loading')}</span>}
        {list.hasNextPage && (
          <Button look="quiet" small busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('calendar.more', { count: records.length })}
          </Button>
        )}
      </header>
      <Trouble text={list.error?.message} />
      <DragBetween hint={t('calendar.hint')} onDrop={(dragged, { day }) => drop(dragged, day)}>
        <ol className="calendar-days">
          {shown
            .filter((one) => !isPhone || one.records.length > 0)
            .map((one) => (
              <CalendarDay
                key={one.day}
                object={object}
                day={one.day}
                records={one.records}
                isOutside={!dayjs(one.day).isSame(month, 'month')}
                mayMove={mayMove && !isPhone}
                moving={moved.map(({ record }) => record.id)}
              />
            ))}
        </ol>
      </DragBetween>
      {isPhone && !list.isPending && records.length === 0 && <p className="muted">{t('calendar.none')}</p>}
    </section>
  )
}

type Asked = CalendarProps & { weeks: readonly (readonly string[])[] }

function useRecordsOf({ object, query, field, weeks }: Asked) {
  const { format } = useWords()
  const here = { [field.name]: within(weeks, field.kind) }
  const where = query.where ? { and: [query.where, here] } : here
  const asked = { ...query, where, sort: field.name }
  const fields = [object.title, field.name]
  const list = useInfiniteQuery(listQuery(object, asked, { limit: recordsAtOnce, fields }))
  const { moved, move } = useMoves(object, field, (to) => format.date(dayOf(to) ?? ''))
  const listed = list.data?.pages.flatMap(({ items }) => items) ?? []
  const records = listed.map((record) => {
    const to = moved.find(({ record: { id } }) => id === record.id)?.to
    return to ? { ...record, [field.name]: to } : record
  })
  return { list, records, moved, move }
}
