import { useNavigate } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { Menu } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'
import { NavigationLink, type SettingsEntry, TodayLink, useNavigation, useSettings } from './navigation.tsx'

const shownAtOnce = 3

/** The thumb's way around on a phone: the day, the first objects, and the rest behind "more". */
export function BottomBar() {
  const { t, labelOfMany } = useWords()
  const navigate = useNavigate()
  const objects = useNavigation()
  const settings = useSettings()
  const rest = objects.slice(shownAtOnce).map((object) => ({
    key: object.name,
    label: labelOfMany(object.label),
    run: () => void navigate({ to: '/o/$path', params: { path: object.path } }),
  }))
  const go = (entry: SettingsEntry): void => {
    if (!('object' in entry)) void navigate({ to: entry.to })
    else if (entry.id) void navigate({ to: '/o/$path/$id', params: { path: entry.object.path, id: entry.id } })
    else void navigate({ to: '/o/$path', params: { path: entry.object.path } })
  }
  const kept = settings.map((entry) => ({ key: entry.key, label: entry.label, run: () => go(entry) }))
  const more = [...rest, ...(rest.length && kept.length ? (['line'] as const) : []), ...kept]
  return (
    <nav className="bottom-bar" aria-label={t('shell.navigation')}>
      <TodayLink className="bottom-link" />
      {objects.slice(0, shownAtOnce).map((object) => (
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
