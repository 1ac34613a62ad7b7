import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { timelineQuery } from '../api/records.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { ChildDrawer, type OpenedChild, openedFrom } from './child-drawer.tsx'
import { Composer } from './composer.tsx'
import { isOpen } from './is-open.ts'
import { TimelineEntry } from './timeline-entry.tsx'
import { TimelineFilter } from './timeline-filter.tsx'

type TimelineProps = { object: ObjectWire; record: RecordAnswer; happenings: readonly ObjectWire[] }

/** What happened with this record, newest first: follow-ups, purchases, files, changes. */
export function Timeline({ object, record, happenings }: TimelineProps) {
  const { t } = useWords()
  const [type, setType] = useState<string>()
  const [opened, setOpened] = useState<OpenedChild>()
  return (
    <section className="timeline" aria-label={t('timeline.title')}>
      {isOpen(record) && <Composer object={object} record={record} happenings={happenings} onOpen={setOpened} />}
      {happenings.length > 0 && <TimelineFilter happenings={happenings} type={type} onChange={setType} />}
      <Entries object={object} record={record} happenings={happenings} type={type} onOpen={setOpened} />
      <ChildDrawer opened={opened} parent={record} onClose={() => setOpened(undefined)} />
    </section>
  )
}

type EntriesProps = TimelineProps & { type?: string; onOpen: (opened: OpenedChild) => void }

function Entries({ object, record, happenings, type, onOpen }: EntriesProps) {
  const { t } = useWords()
  const timeline = useInfiniteQuery(timelineQuery(object, record.id, type ? [type] : []))
  if (timeline.isPending) return <Skeleton rows={4} height={56} />
  if (timeline.isError) return <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
  const entries = timeline.data.pages.flatMap(({ items, titles }) => items.map((item) => ({ item, titles })))
  if (entries.length === 0) return <p className="timeline-none muted">{t('timeline.none')}</p>
  return (
    <>
      <ol className="timeline-entries">
        {entries.map(({ item, titles }) => (
          <TimelineEntry
            key={`${item.object}-${item.id}`}
            object={object}
            child={happenings.find((child) => child.name === item.object)}
            item={item}
            titles={titles}
            corrects={isOpen(record)}
            onOpen={(child, opening) => onOpen(openedFrom(child, opening, titles))}
          />
        ))}
      </ol>
      {timeline.hasNextPage && (
        <Button look="quiet" busy={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      )}
    </>
  )
}
