import { useDroppable } from '@dnd-kit/core'
import { Link } from '@tanstack/react-router'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { isOpen } from '../file/is-open.ts'
import { Button } from '../ui/button.tsx'
import { useDragged } from '../ui/drag-handle.tsx'
import { useTitleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'

type CalendarDayProps = {
  object: ObjectWire
  /** YYYY-MM-DD. */
  day: string
  records: readonly RecordWire[]
  /** Of the month before or after. */
  isOutside: boolean
  mayMove: boolean
  /** Records whose change is on its way. */
  moving: readonly string[]
}

/** Shown of a day until somebody asks for all. */
const mostAtOnce = 4

export function CalendarDay({ object, day, records, isOutside, mayMove, moving }: CalendarDayProps) {
  const { t, format } = useWords()
  const [isWhole, setWhole] = useState(false)
  const { setNodeRef, isOver } = useDroppable({ id: day, data: { day } })
  const isToday = dayjs().format('YYYY-MM-DD') === day
  const shown = isWhole ? records : records.slice(0, mostAtOnce)
  const className = [
    'calendar-day',
    isOutside && 'calendar-outside',
    isOver && 'calendar-over',
    isToday && 'calendar-now',
  ]
  return (
    <li ref={setNodeRef} className={className.filter(Boolean).join(' ')}>
      <time dateTime={day} aria-current={isToday ? 'date' : undefined}>
        <span className="calendar-weekday">{format.weekday(day)}</span> {format.dayOfMonth(day)}
      </time>
      {shown.length > 0 && (
        <ul className="calendar-records">
          {shown.map((record) => (
            <CalendarRecord
              key={record.id}
              object={object}
              record={record}
              mayMove={mayMove && isOpen(record) && !moving.includes(record.id)}
            />
          ))}
        </ul>
      )}
      {records.length > shown.length && (
        <Button look="quiet" small onClick={() => setWhole(true)}>
          {t('calendar.moreOfDay', { count: records.length - shown.length })}
        </Button>
      )}
    </li>
  )
}

type CalendarRecordProps = { object: ObjectWire; record: RecordWire; mayMove: boolean }

function CalendarRecord({ object, record, mayMove }: CalendarRecordProps) {
  const { t } = useWords()
  const titleOf = useTitleOf()
  const { ref, style, looks, handle } = useDragged(record.id, { record }, { disabled: !mayMove })
  const title = titleOf(object, record) || t('state.untitled')
  return (
    <li ref={ref} {...handle.listeners} style={style} className={`calendar-record ${looks}`}>
      <Link
        to="/o/$path/$id"
        params={{ path: object.path, id: record.id }}
        draggable={false}
        className="truncate"
        title={title}
      >
        {title}
      </Link>
    </li>
  )
}
