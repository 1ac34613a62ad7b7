import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useObjects } from '../../../web/api/definitions.ts'
import { sessionQuery } from '../../../web/api/session.ts'
import { dayLinks, dayNotices } from '../../../web/day-notices.ts'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { useWords } from '../../../web/words/words.ts'
import { Birthdays } from './birthdays.tsx'
import { useBirthdays } from './birthdays-settings.ts'
import { Panel } from './panel.tsx'
import { Team } from './team.tsx'
import type { TodaySearch, Whose } from './today-search.ts'
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
  const shown: readonly NonNullable<TodaySearch['whose']>[] =
    usual === 'all' ? ['mine', 'all', 'team'] : ['mine', 'all']
  const { whose: asked = usual } = route.useSearch()
  const whose = shown.includes(asked) ? asked : usual
  const objects = useObjects()
  const links = dayLinks.filter(({ isFor }) => isFor(objects))
  useDocumentTitle(t('today.title'))
  const tabs = shown.map((name) => ({ name, label: t(`today.whose.${name}`) }))
  const choose = (next: NonNullable<TodaySearch['whose']>): void =>
    void navigate({ to: '/today', search: { whose: next }, replace: true })
  return (
    <>
      <PageHead title={t('today.title')} detail={format.dayInWords(new Date())}>
        {links.map(({ to, word }) => (
          <Link key={to} to={to} className="link">
            {t(word)}
          </Link>
        ))}
      </PageHead>
      <div className="today">
        <Notices />
        <Tabs label={t('today.whose.label')} tabs={tabs} chosen={whose} onChoose={choose}>
          <div className="panels">{whose === 'team' ? <Team /> : <Panels whose={whose} usual={usual} />}</div>
        </Tabs>
      </div>
    </>
  )
}

/** What modules have to tell today. */
function Notices() {
  const objects = useObjects()
  return (
    <Suspense fallback={null}>
      {dayNotices.map(({ name, isFor, Notice }) => isFor(objects) && <Notice key={name} />)}
    </Suspense>
  )
}

/** Birthdays come behind what is due, and before what merely changed. */
function Panels({ whose, usual }: { whose: Whose; usual: Whose }) {
  const panels = usePanels(whose)
  const birthdays = useBirthdays(whose, usual)
  const [changed, due] = [
    panels.filter(({ name }) => name === 'changed'),
    panels.filter(({ name }) => name !== 'changed'),
  ]
  return (
    <>
      {due.map((panel) => (
        <Panel key={panel.name} {...panel} />
      ))}
      {birthdays.map((settings) => (
        <Birthdays key={settings.object.name} {...settings} />
      ))}
      {changed.map((panel) => (
        <Panel key={panel.name} {...panel} />
      ))}
    </>
  )
}
