import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Bell, CheckCheck, Settings2 } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { listQuery } from '../../../web/api/records.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { useWords } from '../../../web/words/words.ts'
import { NoticeRow } from './notice-row.tsx'
import { noticesOf, useNotices, useReadAll, useUnread } from './notices.ts'
import type { Which } from './notices-search.ts'
import './notifications.css'

const route = getRouteApi('/app/notifications')
const whiches = ['unread', 'all'] as const

/** What the reader was told of by itself, the newest first. */
export function NotificationsPage() {
  const object = useNotices()
  return object ? <Notices object={object} /> : <NotFoundPage />
}

function Notices({ object }: { object: ObjectWire }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { which = 'all' } = route.useSearch()
  const count = useUnread()
  const readAll = useReadAll(object)
  useDocumentTitle(t('notices.title'))
  const choose = (next: Which): void => {
    void navigate({ to: '/notifications', search: next === 'all' ? {} : { which: next }, replace: true })
  }
  return (
    <>
      <PageHead title={t('notices.title')} detail={count ? t('notices.unread', { count }) : undefined}>
        <IconButton
          icon={Settings2}
          label={t('notices.settings')}
          onClick={() => void navigate({ to: '/account/notifications' })}
        />
        <Button icon={CheckCheck} disabled={!count} busy={readAll.isPending} onClick={() => readAll.mutate()}>
          {t('notices.readAll')}
        </Button>
      </PageHead>
      <div className="notices page-scroll">
        <Tabs
          label={t('notices.which.label')}
          tabs={whiches.map((name) => ({ name, label: t(`notices.which.${name}`) }))}
          chosen={which}
          onChoose={choose}
        >
          <NoticeList object={object} which={which} />
        </Tabs>
      </div>
    </>
  )
}

function NoticeList({ object, which }: { object: ObjectWire; which: Which }) {
  const { t } = useWords()
  const list = useInfiniteQuery(listQuery(object, noticesOf(which)))
  if (list.isPending) return <Skeleton rows={6} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const items = list.data.pages.flatMap((page) => page.items.map((notice) => ({ notice, titles: page.titles })))
  if (items.length === 0)
    return (
      <EmptyState
        icon={Bell}
        title={t(which === 'unread' ? 'notices.none' : 'notices.noneAtAll')}
        text={t('notices.noneText')}
      />
    )
  return (
    <>
      <ul className="notice-list">
        {items.map(({ notice, titles }) => (
          <NoticeRow key={notice.id} object={object} notice={notice} titles={titles} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button look="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('notices.more')}
        </Button>
      )}
    </>
  )
}
