import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { sessionQuery } from '../../../web/api/session.ts'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { useWords } from '../../../web/words/words.ts'
import { Panel } from './panel.tsx'
import type { Whose } from './today-search.ts'
import { usePanels } from './use-panels.ts'
import './today.css'

const route = getRouteApi('/app/today')

/** What waits for the reader today, or for everybody whose files the reader sees. Every number opens the records behind it. */
export function TodayPage() {
  const { t, format } = useWords()
  const navigate = useNavigate()
  const { data: session } = useSuspenseQuery(sessionQuery)
  // Whoever leads looks at the work of others first.
  const usual: Whose = session?.user.role === 'clerk' ? 'mine' : 'all'
  const { whose = usual } = route.useSearch()
  const panels = usePanels(whose)
  useDocumentTitle(t('today.title'))
  const tabs = (['mine', 'all'] as const).map((name) => ({ name, label: t(`today.whose.${name}`) }))
  const choose = (next: Whose): void => void navigate({ to: '/today', search: { whose: next }, replace: true })
  return (
    <>
      <PageHead title={t('today.title')} detail={format.dayInWords(new Date())} />
      <div className="today">
        <Tabs label={t('today.whose.label')} tabs={tabs} chosen={whose} onChoose={choose}>
          <div className="panels">
            {panels.map((panel) => (
              <Panel key={panel.name} {...panel} />
            ))}
          </div>
        </Tabs>
      </div>
    </>
  )
}
