import { useSuspenseQuery } from '@tanstack/react-query'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { Fragment, lazy, Suspense } from 'react'
import { Bell } from '../../modules/notifications/web/bell.tsx'
import { useObjects } from '../api/definitions.ts'
import { sessionQuery } from '../api/session.ts'
import { dayPages } from '../day-pages.ts'
import { useFavourites } from '../favourites/favourites.ts'
import { useFavouritePlaces } from '../favourites/use-favourite-places.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { PaletteButton } from '../palette/palette-button.tsx'
import { useShortcut } from '../shortcuts/use-shortcut.ts'
import { IconButton } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { BrandMark } from './brand-mark.tsx'
import { CatalogueLink, DayLink, NavigationLink, SettingsLink, useNavigation, useSettings } from './navigation.tsx'
import { NavigationSection } from './navigation-section.tsx'
import { sectionOf, sections, sidebarChoice } from './sections.ts'
import { UserMenu } from './user-menu.tsx'

const FavouriteList = lazy(() =>
  import('../favourites/favourite-list.tsx').then((part) => ({ default: part.FavouriteList })),
)

/** Everywhere that the reader may go, in sections that fold; or the icons of it alone. */
export function Sidebar({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useWords()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const company = session?.company.name ?? ''
  const turn = (): void => sidebarChoice.choose(isNarrow ? 'whole' : 'icons')
  useShortcut('sidebar', turn)
  return (
    <header className="sidebar">
      <div className="brand">
        <BrandMark size={24} />
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
        <Sections />
      </nav>
      <div className="sidebar-foot">
        <UserMenu compact={isNarrow} />
        <div className="sidebar-tools">
          <HelpButton />
          <IconButton
            icon={isNarrow ? PanelLeftOpen : PanelLeftClose}
            label={t(isNarrow ? 'shell.widen' : 'shell.narrow')}
            onClick={turn}
          />
        </div>
      </div>
    </header>
  )
}

function Sections() {
  const readable = useObjects()
  const objects = useNavigation()
  const settings = useSettings()
  const shown = sections.map((name) => ({
    name,
    pages: dayPages.filter(({ section, isFor }) => section === name && isFor(readable)),
    held: objects.filter((object) => sectionOf(object) === name),
  }))
  return (
    <>
      <Favourites />
      {shown
        .filter(({ pages, held }) => pages.length + held.length > 0)
        .map(({ name, pages, held }) => (
          <NavigationSection key={name} name={name}>
            {pages.map((page) => (
              <DayLink key={page.to} page={page} className="navigation-link" />
            ))}
            {held.map((object) => (
              <Fragment key={object.name}>
                <NavigationLink object={object} className="navigation-link" />
                <CatalogueLink object={object} className="navigation-link" />
              </Fragment>
            ))}
          </NavigationSection>
        ))}
      {settings.length > 0 && (
        <NavigationSection name="settings">
          {settings.map((entry) => (
            <SettingsLink key={entry.key} entry={entry} />
          ))}
        </NavigationSection>
      )}
    </>
  )
}

function Favourites() {
  const { object } = useFavourites()
  const places = useFavouritePlaces()
  if (!object || places.length === 0) return null
  return (
    <NavigationSection name="favourites">
      <Suspense fallback={null}>
        <FavouriteList object={object} places={places} />
      </Suspense>
    </NavigationSection>
  )
}
