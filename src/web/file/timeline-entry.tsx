import { Link } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import type { ObjectWire, RecordWire, Titles } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import type { TimelineItem } from '../api/records.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.ts'
import { ChangeLine } from './change-line.tsx'
import { EntryBody } from './entry-body.tsx'
import { methodIcon } from './method-icon.ts'
import { wayOf } from './way-of.ts'

type TimelineEntryProps = {
  /** On whose file this stands. */
  object: ObjectWire
  child?: ObjectWire
  item: TimelineItem
  titles: Titles
  /** Whoever reads it may correct the file by it. */
  corrects: boolean
  onOpen: (child: ObjectWire, record: RecordWire) => void
}

/** One thing that happened: a child record, or a change of the file's own fields. */
export function TimelineEntry({ object, child, item, titles, corrects, onOpen }: TimelineEntryProps) {
  const { format } = useWords()
  const { record, changes = [] } = item
  const by = item.by ? titles[item.by] : undefined
  return (
    <li className="entry">
      <EntryIcon child={child} item={item} />
      <div className="entry-head">
        <EntryName child={child} item={item} onOpen={onOpen} />
        {by && <span className="muted">{by}</span>}
        <time className="meta" dateTime={item.at} title={format.dateTime(item.at)}>
          {format.relative(item.at)}
        </time>
      </div>
      {child && record && <EntryBody child={child} record={record} titles={titles} />}
      {child && record && corrects && <CorrectLink object={object} child={child} record={record} />}
      {changes.map((change) => (
        <ChangeLine
          key={change.field}
          object={object}
          field={fieldOf(object, change.field)}
          name={change.field}
          before={change.before}
          after={change.after}
          titles={titles}
        />
      ))}
    </li>
  )
}

type CorrectLinkProps = { object: ObjectWire; child: ObjectWire; record: RecordWire }

/** What a customer has told leads to the form of the file that it is about. */
function CorrectLink({ object, child, record }: CorrectLinkProps) {
  const { t } = useWords()
  const file = child.parent && record[child.parent.field]
  if (!child.proves || child.parent?.object !== object.name || typeof file !== 'string') return null
  return (
    <Link
      to="/o/$path/$id/edit"
      params={{ path: object.path, id: file }}
      search={{ proof: `${child.path}/${record.id}` }}
      className="entry-correct meta"
    >
      {t('timeline.correct')}
    </Link>
  )
}

type EntryPartProps = Pick<TimelineEntryProps, 'child' | 'item'>

function EntryIcon({ child, item: { record } }: EntryPartProps) {
  const way = child && record && wayOf(child, record)
  return (
    <span className="entry-icon">
      {record ? (
        <Icon name={(way && methodIcon(way.choice.value)) ?? child?.icon ?? 'table'} size={14} />
      ) : (
        <PenLine size={14} aria-hidden />
      )}
    </span>
  )
}

function EntryName({ child, item: { record }, onOpen }: EntryPartProps & Pick<TimelineEntryProps, 'onOpen'>) {
  const { t, label } = useWords()
  if (!child || !record) return <span className="entry-what">{t('timeline.changed')}</span>
  return (
    <button type="button" className="entry-open" onClick={() => onOpen(child, record)}>
      {label(wayOf(child, record)?.choice.label ?? child.label)}
    </button>
  )
}
