import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Bell } from '../../modules/notifications/web/bell.tsx'
import { sessionQuery } from '../api/session.ts'
import { dashboardsPage, inboxPage, startPage } from '../day-pages.ts'
import { PaletteButton } from '../palette/palette-button.tsx'
import { useWords } from '../words/words.ts'
import { CatalogueLink, DayLink, NavigationLink, SettingsLink, useNavigation, useSettings } from './navigation.tsx'
import { UserMenu } from './user-menu.tsx'

export function Sidebar() {
  const { t } = useWords()
  const objects = useNavigation()
  const settings = useSettings()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const company = session?.company.name ?? ''
  return (
    <header className="sidebar">
      <div className="brand">
        <img src="/favicon.svg" alt="" width={24} height={24} />
        <div className="brand-names">
          <strong className="truncate" title={company}>
            {company}
          </strong>
          <span className="meta truncate">{t('app.name')}</span>
        </div>
        <Bell />
      </div>
      <PaletteButton />
      <nav className="navigation" aria-label={t('shell.navigation')}>
        <DayLink page={startPage} className="navigation-link" />
        <DayLink page={inboxPage} className="navigation-link" />
        <DayLink page={dashboardsPage} className="navigation-link" />
        {objects.map((object) => (
          <Fragment key={object.name}>
            <NavigationLink object={object} className="navigation-link" />
            <CatalogueLink object={object} className="navigation-link" />
          </Fragment>
        ))}
        {settings.length > 0 && (
          <>
            <h2 className="navigation-title">{t('settings.title')}</h2>
            {settings.map((entry) => (
              <SettingsLink key={entry.key} entry={entry} />
            ))}
          </>
        )}
      </nav>
      <UserMenu />
    </header>
  )
}
