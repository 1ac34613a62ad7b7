import { useInfiniteQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { listQuery } from '../api/records.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { ChildDrawer, type OpenedChild, openedFrom } from './child-drawer.tsx'
import { ChildRow } from './child-row.tsx'
import { isOpen } from './is-open.ts'

const shownAtFirst = 3
const pageSize = 20

type ChildListProps = { child: ObjectWire; record: RecordAnswer }

export function ChildList({ child, record }: ChildListProps) {
  const { t, label, labelOfMany, format } = useWords()
  const { rows, total, error, isPending, more } = useChildren({ child, record })
  const [opened, setOpened] = useState<OpenedChild>()
  const name = label(child.label)
  const many = labelOfMany(child.label)
  const mayAdd = child.can.includes('create') && isOpen(record)
  return (
    <section
      className={total === 0 ? 'child-list child-list-none' : 'child-list'}
      aria-label={many}
      aria-busy={isPending}
    >
      <h2>
        <Icon name={child.icon} size={14} />
        {many} {total > 0 && <span className="muted">{format.number(total)}</span>}
        {mayAdd && (
          <IconButton icon={Plus} size={15} label={t('file.addChild', { name })} onClick={() => setOpened({ child })} />
        )}
      </h2>
      <Trouble text={error?.message} />
      <ul>
        {rows.map((row) => (
          <ChildRow key={row.id} child={child} row={row} onOpen={() => setOpened(openedFrom(child, row, row.titles))} />
        ))}
      </ul>
      {more && (
        <button type="button" className="fold-button" onClick={more}>
          {t('file.showAll', { count: total })}
        </button>
      )}
      <ChildDrawer opened={opened} parent={record} onClose={() => setOpened(undefined)} />
    </section>
  )
}

/** The first children, and on demand the others, newest first. */
function useChildren({ child, record }: ChildListProps) {
  const where = child.parent ? { [child.parent.field]: record.id } : undefined
  const list = useInfiniteQuery(listQuery(child, { where }, { limit: pageSize, beside: true }))
  const [isWhole, setWhole] = useState(false)
  const pages = list.data?.pages ?? []
  const rows = pages.flatMap(({ items, titles }) => items.map((item) => ({ ...item, titles })))
  const total = pages[0]?.total ?? 0
  const showMore = (): void => {
    if (isWhole) void list.fetchNextPage()
    setWhole(true)
  }
  const hasMore = isWhole ? list.hasNextPage : total > shownAtFirst
  return {
    rows: isWhole ? rows : rows.slice(0, shownAtFirst),
    total,
    error: list.error,
    isPending: list.isPending,
    more: hasMore ? showMore : undefined,
  }
}
