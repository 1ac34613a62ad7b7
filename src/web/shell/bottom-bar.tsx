import { Ellipsis } from 'lucide-react'
import { startPage } from '../day-pages.ts'
import { useFavouritePlaces } from '../favourites/use-favourite-places.tsx'
import { Menu, type MenuEntry, type MenuItem } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'
import { type Destination, useDestinations } from './destinations.tsx'
import { DayLink, NavigationLink, useNavigation } from './navigation.tsx'

const shownAtOnce = 3

/** The thumb's way around on a phone: the day, the first objects, and the rest behind "more". */
export function BottomBar() {
  const { t } = useWords()
  const objects = useNavigation()
  const atOnce = objects.slice(0, shownAtOnce)
  const others = useDestinations().filter(({ key }) => key !== startPage.to && !atOnce.some(({ name }) => name === key))
  const entryOf = ({ key, label, run }: Destination): MenuItem => ({ key, label, run })
  const rest = others.filter(({ isSetting }) => !isSetting).map(entryOf)
  const kept = others.filter(({ isSetting }) => isSetting).map(entryOf)
  const starred = useFavouritePlaces().map(({ favourite, title, run }) => ({ key: favourite.id, label: title, run }))
  const favourites: readonly MenuEntry[] = starred.length
    ? [{ key: 'favourites', title: t('shell.section.favourites'), items: starred }, 'line']
    : []
  const more = [...favourites, ...rest, ...(rest.length && kept.length ? (['line'] as const) : []), ...kept]
  return (
    <nav className="bottom-bar" aria-label={t('shell.navigation')}>
      <DayLink page={startPage} className="bottom-link" />
      {atOnce.map((object) => (
        <NavigationLink key={object.name} object={object} className="bottom-link" />
      ))}
      {more.length > 0 && (
        <Menu entries={more}>
          <button type="button" className="bottom-link">
            <Ellipsis size={16} aria-hidden />
            <span>{t('shell.more')}</span>
          </button>
        </Menu>
      )}
    </nav>
  )
}
