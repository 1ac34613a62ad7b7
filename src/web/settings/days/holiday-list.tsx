import { CalendarOff, PencilLine, Trash2 } from 'lucide-react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../api/definitions.ts'
import { useDelete } from '../../list/use-delete.ts'
import { IconButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RecordValue } from '../../ui/field-value.tsx'
import { useWords } from '../../words/words.ts'
import { useSettingsWords } from '../words.ts'

type HolidayListProps = {
  object: ObjectWire
  rows: readonly RecordAnswer[]
  onOpen: (record: RecordAnswer) => void
}

/** The days of a year that are otherwise than its week, each with what can be done with it. */
export function HolidayList({ object, rows, onOpen }: HolidayListProps) {
  const t = useSettingsWords()
  const remove = useDelete(object)
  if (rows.length === 0) return <EmptyState icon={CalendarOff} title={t('days.none')} text={t('days.noneText')} />
  return (
    <ul className="holiday-list">
      {rows.map((record) => (
        <HolidayLine
          key={record.id}
          object={object}
          record={record}
          onOpen={() => onOpen(record)}
          onRemove={() => void remove([record.id])}
        />
      ))}
    </ul>
  )
}

type HolidayLineProps = { object: ObjectWire; record: RecordAnswer; onOpen: () => void; onRemove: () => void }

function HolidayLine({ object, record, onOpen, onRemove }: HolidayLineProps) {
  const t = useSettingsWords()
  const { format } = useWords()
  const name = String(record.name)
  const works = fieldOf(object, 'works')
  const [from, until] = [String(record.from), String(record.until ?? record.from)]
  const count = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1
  return (
    <li className="holiday-line">
      <span className="holiday-name">
        <strong className="truncate">{name}</strong>
        {works && <RecordValue field={works} record={record} titles={record.titles} dense />}
      </span>
      <span className="meta">
        {count > 1
          ? t('days.span', { from: format.date(from), until: format.date(until), count })
          : `${format.date(from)} ${format.weekday(from)}`}
      </span>
      <span className="holiday-acts">
        {record.can.includes('update') && (
          <IconButton icon={PencilLine} label={t('days.edit', { name, day: format.date(from) })} onClick={onOpen} />
        )}
        {record.can.includes('delete') && (
          <IconButton icon={Trash2} label={t('days.remove', { name, day: format.date(from) })} onClick={onRemove} />
        )}
      </span>
    </li>
  )
}
