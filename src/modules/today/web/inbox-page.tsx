import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { useWords } from '../../../web/words/words.ts'
import type { Waiting } from './inbox-search.ts'
import { Panel } from './panel.tsx'
import { useInbox, useWaiting } from './use-inbox.ts'
import './today.css'

const route = getRouteApi('/app/inbox')

/** Everything that waits for the reader in one list, each with what settles it. */
export function InboxPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { kind = 'all' } = route.useSearch()
  const { tasks, requests } = useInbox()
  const waiting = useWaiting()
  useDocumentTitle(t('inbox.title'))
  const kinds: readonly Waiting[] = tasks.length && requests.length ? ['all', 'tasks', 'requests'] : ['all']
  const chosen = kinds.includes(kind) ? kind : 'all'
  const shown = { all: [...tasks, ...requests], tasks, requests }[chosen]
  const choose = (next: Waiting): void => {
    void navigate({ to: '/inbox', search: next === 'all' ? {} : { kind: next }, replace: true })
  }
  return (
    <>
      <PageHead title={t('inbox.title')} />
      <div className="today">
        <Tabs
          label={t('inbox.kind.label')}
          tabs={kinds.map((name) => ({ name, label: t(`inbox.kind.${name}`) }))}
          chosen={chosen}
          onChoose={choose}
        >
          {waiting?.[chosen] === 0 ? (
            <EmptyState icon={Inbox} title={t('inbox.none')} text={t('inbox.noneText')} />
          ) : (
            <div className="panels inbox">
              {shown.map((panel) => (
                <Panel key={panel.name} {...panel} />
              ))}
            </div>
          )}
        </Tabs>
      </div>
    </>
  )
}
