import type { Filter } from '#shared/filter'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjects } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { History } from '../../../web/file/history-drawer.tsx'
import { useRestoreRecord } from '../../../web/file/use-restore-record.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Drawer } from '../../../web/ui/drawer.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import { useOwnWords } from './words.ts'
import '../../../web/file/file.css'

type ChangesDrawerProps = {
  open: boolean
  /** The objects of whose records the page consists. */
  objects: readonly string[]
  where: Filter
  onClose: () => void
}

/** What was changed on a page of settings, by whom and when: the history of the records behind it, each change with its way back. */
export function ChangesDrawer({ open, objects, where, onClose }: ChangesDrawerProps) {
  const t = useOwnWords()
  const readable = useObjects().filter(({ name }) => objects.includes(name))
  return (
    <Drawer open={open} title={t('changes.title')} onClose={onClose}>
      {open && readable.map((object) => <ChangesOf key={object.name} object={object} where={where} />)}
    </Drawer>
  )
}

// Older ones are found on the list of the records themselves.
const mostTold = 10

function ChangesOf({ object, where }: { object: ObjectWire; where: Filter }) {
  const t = useOwnWords()
  const { label } = useWords()
  const live = useRecords(object, where, { sort: '-updatedAt' })
  const gone = useRecords(object, where, { sort: '-updatedAt', deleted: true })
  const error = live.error ?? gone.error
  if (error) return <ErrorState error={error} />
  if (live.isPending || gone.isPending) return <Skeleton rows={3} />
  const records = [...gone.rows, ...live.rows]
    .toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))
    .slice(0, mostTold)
  return (
    <section className="changes-of" aria-label={label(object.label)}>
      <h3>{label(object.label)}</h3>
      {records.length === 0 && <p className="muted">{t('changes.none')}</p>}
      {records.map((record) => (
        <ChangesIn key={record.id} object={object} record={record} />
      ))}
    </section>
  )
}

function ChangesIn({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const t = useOwnWords()
  const { t: common, format } = useWords()
  const restore = useRestoreRecord(object)
  const isGone = record.deletedAt !== null
  const by = (record.createdBy && record.titles[record.createdBy]) || '—'
  return (
    <article className="changes-in">
      <h4>
        {titleOf(object, record)} {isGone && <Pill>{t('changes.gone')}</Pill>}
      </h4>
      <p className="meta">{t('changes.made', { by, at: format.dateTime(record.createdAt) })}</p>
      {isGone ? (
        record.can.includes('delete') && (
          <Button small busy={restore.isPending} onClick={() => restore.mutate(record.id)}>
            {common('action.restore')}
          </Button>
        )
      ) : (
        <History object={object} record={record} />
      )}
    </article>
  )
}
