import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { useWords } from '../../../web/words/words.ts'
import { ActionLines } from './action-lines.tsx'
import { AgendaLine } from './agenda-line.tsx'
import { useMeetingWords } from './words.ts'
import './meetings.css'

type PartProps = { object: ObjectWire; record: RecordAnswer }

/** What a meeting begins with, what it talked about and decided, and who does what: as it is read, written and printed. */
export function MinutesPart({ object, record }: PartProps) {
  const t = useMeetingWords()
  const { format } = useWords()
  const items = useObjectNamed('agenda_item')
  const actions = useObjectNamed('meeting_action')
  return (
    <div className="meeting-top">
      {record.closedAt ? (
        <p className="meta">{t('confirmed', { at: format.dateTime(String(record.closedAt)) })}</p>
      ) : null}
      {actions && typeof record.series === 'string' && <LastTime object={object} actions={actions} record={record} />}
      {items && <Agenda object={items} record={record} />}
      {actions && <Actions object={actions} record={record} />}
    </div>
  )
}

/** What the meeting before agreed on, and what is open from those before it. */
function LastTime({ object, actions, record }: PartProps & { actions: ObjectWire }) {
  const { series, startsAt } = record
  const { rows } = useRecords(
    object,
    { series: String(series), startsAt: { lt: String(startsAt) }, state: { ne: 'cancelled' } },
    { sort: '-startsAt' },
  )
  const [before] = rows
  return before ? <Agreed actions={actions} record={record} before={before.id} /> : null
}

function Agreed({ actions, record, before }: { actions: ObjectWire; record: RecordAnswer; before: string }) {
  const t = useMeetingWords()
  const older = {
    series: String(record.series),
    state: 'open',
    createdAt: { lt: String(record.startsAt) },
    meeting: { ne: record.id },
  }
  const { rows, error } = useRecords(actions, { or: [{ meeting: before }, older] }, { sort: 'dueOn' })
  if (rows.length === 0 && !error) return null
  return (
    <InPlaceSection title={t('last')} icon={actions.icon} error={error}>
      <ActionLines object={actions} rows={rows} />
    </InPlaceSection>
  )
}

function Agenda({ object, record }: PartProps) {
  const t = useMeetingWords()
  const { rows, error, isPending } = useRecords(object, { meeting: record.id }, { sort: 'position,createdAt' })
  const isClosed = record.state === 'closed'
  const word = t(isClosed ? 'addCorrection' : 'addItem')
  const add = {
    label: word,
    form: (onEnd: () => void) => (
      <InPlaceForm
        object={object}
        fields={isClosed ? corrected : putUp}
        fixed={{ meeting: record.id }}
        label={word}
        onEnd={onEnd}
      />
    ),
  }
  return (
    <InPlaceSection
      title={t('agenda')}
      icon={object.icon}
      error={error}
      add={object.can.includes('create') && record.can.includes('read') ? add : undefined}
    >
      {!isPending && rows.length === 0 && <p className="muted">{t('noItems')}</p>}
      <ul>
        {rows.map((item) => (
          <AgendaLine key={item.id} object={object} item={item} />
        ))}
      </ul>
    </InPlaceSection>
  )
}

const putUp = ['title', 'details'] as const
const corrected = ['title', 'minutes'] as const

function Actions({ object, record }: PartProps) {
  const t = useMeetingWords()
  const { rows, error, isPending } = useRecords(object, { meeting: record.id }, { sort: 'dueOn' })
  const add = {
    label: t('addAction'),
    form: (onEnd: () => void) => (
      <InPlaceForm
        object={object}
        fields={agreed}
        fixed={{ meeting: record.id }}
        label={t('addAction')}
        onEnd={onEnd}
      />
    ),
  }
  const mayAdd = object.can.includes('create') && record.can.includes('update')
  return (
    <InPlaceSection title={t('actions')} icon={object.icon} error={error} add={mayAdd ? add : undefined}>
      {!isPending && rows.length === 0 && <p className="muted">{t('noActions')}</p>}
      <ActionLines object={object} rows={rows} />
    </InPlaceSection>
  )
}

const agreed = ['title', 'assignee', 'dueOn'] as const
