import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire, RecordAnswer, Titles } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { type HistoryItem, historyQuery, keepRecord, restoreValue } from '../api/records.ts'
import { useProposed } from '../proposal/use-proposed.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { ChangeLine } from './change-line.tsx'
import { Compare } from './compare.tsx'
import { isOpen } from './is-open.ts'

const VerifyLines = lazy(() => import('../verify/verify-lines.tsx').then((part) => ({ default: part.VerifyLines })))

type HistoryDrawerProps = { object: ObjectWire; record: RecordAnswer; open: boolean; onClose: () => void }

/** Every change of every field: from what, to what, when, by whom, why; any one value can be put back. */
export function HistoryDrawer({ object, record, open, onClose }: HistoryDrawerProps) {
  const { t } = useWords()
  return (
    <Drawer open={open} title={t('file.history')} onClose={onClose}>
      {open && <History object={object} record={record} />}
    </Drawer>
  )
}

/** The changes of one record, each with its way back. */
export function History({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const { t } = useWords()
  const history = useInfiniteQuery(historyQuery(object, record.id))
  const restore = useRestoreValue(object, record)
  const [shown, setShown] = useState('lines')
  // Whom and what the file names now, its history knows by name as well.
  const pages = (history.data?.pages ?? []).map((page) => ({ ...page, titles: { ...record.titles, ...page.titles } }))
  if (history.isPending) return <Skeleton rows={6} height={48} />
  if (history.isError) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />
  const verifications = pages[0]?.verifications
  if (pages[0]?.items.length === 0 && !verifications?.length) return <p className="muted">{t('history.none')}</p>
  const onRestore = isOpen(record) ? restore.mutate : undefined
  return (
    <>
      <Tabs
        label={t('file.history')}
        tabs={[
          { name: 'lines', label: t('history.lines') },
          { name: 'compare', label: t('history.compare') },
          ...(verifications ? [{ name: 'verify', label: t('history.verified') }] : []),
        ]}
        chosen={shown}
        onChoose={setShown}
      >
        {shown === 'verify' && verifications ? (
          <Suspense fallback={<Skeleton rows={4} />}>
            <VerifyLines object={object} items={verifications} titles={pages[0]?.titles ?? {}} />
          </Suspense>
        ) : shown === 'compare' ? (
          <Compare
            object={object}
            items={pages.flatMap(({ items }) => items).filter((item) => !item.of)}
            titles={Object.assign({}, ...pages.map(({ titles }) => titles))}
            isWhole={!history.hasNextPage}
            onRestore={onRestore}
          />
        ) : (
          <Lines object={object} pages={pages} onRestore={onRestore} />
        )}
      </Tabs>
      {history.hasNextPage && (
        <Button look="quiet" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      )}
    </>
  )
}

type LinesProps = {
  object: ObjectWire
  pages: readonly { items: readonly HistoryItem[]; titles: Titles }[]
  onRestore?: (change: string) => void
}

function Lines({ object, pages, onRestore }: LinesProps) {
  return (
    <ol className="history">
      {pages.map(({ items, titles }) =>
        items.map((item) => (
          <HistoryLine
            key={item.id}
            object={object}
            item={item}
            titles={titles}
            onRestore={item.of ? undefined : onRestore && (() => onRestore(item.id))}
          />
        )),
      )}
    </ol>
  )
}

type HistoryLineProps = { object: ObjectWire; item: HistoryItem; titles: Titles; onRestore?: () => void }

function HistoryLine({ object, item, titles, onRestore }: HistoryLineProps) {
  const { t, label, format } = useWords()
  const field = fieldOf(object, item.field)
  const by = item.by ? titles[item.by] : undefined
  return (
    <li className="history-line">
      <div>
        <ChangeLine
          object={object}
          field={field}
          name={item.field}
          before={item.before}
          after={item.after}
          titles={titles}
        />
        <p className="meta">
          {[by, format.dateTime(item.at), item.reason, item.of && t('history.ofMerged')].filter(Boolean).join(' · ')}
        </p>
      </div>
      {onRestore && field && !field.readOnly && (
        <IconButton icon={Undo2} label={t('history.restore', { name: label(field.label) })} onClick={onRestore} />
      )}
    </li>
  )
}

function useRestoreValue(object: ObjectWire, record: RecordAnswer) {
  const { t } = useWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  return useMutation({
    mutationFn: (change: string) => restoreValue(object, record, change),
    onError: toastError,
    onSuccess: (saved) => {
      keepRecord(client, object, saved)
      if (!tell(saved.proposed)) toast({ text: t('history.restored') })
    },
  })
}
