import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import {
  Building2,
  CalendarDays,
  KeyRound,
  Layers,
  LibraryBig,
  List,
  ListChecks,
  LogIn,
  type LucideIcon,
  Mail,
  Palette,
  ScrollText,
  Settings,
  ShieldCheck,
  Signal,
  Siren,
  ToggleRight,
} from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import { sessionQuery, useDuties } from '../api/session.ts'
import { classingsOf } from '../catalogue/classing.ts'
import type { DayPage } from '../day-pages.ts'
import { PendingCount } from '../proposal/pending-count.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.ts'

/** Objects that have a place in the navigation. */
export function useNavigation(): readonly ObjectWire[] {
  return useObjects().filter((object) => object.navigation && object.can.includes('read'))
}

/** A page of the reader's day, for those whose day it is about. */
export function DayLink({ page, className }: { page: DayPage; className: string }) {
  const { t } = useWords()
  const { to, word, icon: Drawn, isFor, Count } = page
  if (!isFor(useObjects())) return null
  return (
    <Link to={to} className={className} title={t(word)} activeOptions={{ includeSearch: false }}>
      <Drawn size={16} strokeWidth={1.75} aria-hidden />
      <span className="truncate">{t(word)}</span>
      {Count && <Count />}
    </Link>
  )
}

export function NavigationLink({ object, className }: { object: ObjectWire; className: string }) {
  const { labelOfMany } = useWords()
  return (
    <Link
      to="/o/$path"
      params={{ path: object.path }}
      // As a catalogue it has a place of its own in the navigation.
      search={object.catalogue ? { catalogue: undefined } : {}}
      className={className}
      title={labelOfMany(object.label)}
      activeOptions={object.catalogue ? { explicitUndefined: true } : { includeSearch: false }}
    >
      <Icon name={object.icon} />
      <span className="truncate">{labelOfMany(object.label)}</span>
      {object.proposals && <PendingCount object={object} />}
    </Link>
  )
}

/** The list of an object as a catalogue; the way in which it is classed stays while it is open. */
export function CatalogueLink({ object, className }: { object: ObjectWire; className: string }) {
  const { t } = useWords()
  const { catalogue } = useSearch({ strict: false })
  const [usual] = classingsOf(object)
  if (!usual) return null
  return (
    <Link
      to="/o/$path"
      params={{ path: object.path }}
      search={{ catalogue: catalogue ?? usual.by }}
      className={className}
      title={t('catalogue.title')}
    >
      <LibraryBig size={16} strokeWidth={1.75} aria-hidden />
      <span className="truncate">{t('catalogue.title')}</span>
    </Link>
  )
}

const settingsHome = { to: '/settings', word: 'settings.title', icon: Settings } as const

const settingsPages = [
  { to: '/settings/look', word: 'settings.look', icon: Palette, object: 'company' },
  { to: '/settings/days', word: 'settings.days', icon: CalendarDays, object: 'holiday' },
  { to: '/settings/objects', word: 'settings.objects', icon: Layers, object: 'custom_field' },
  { to: '/settings/value-lists', word: 'settings.lists', icon: List, object: 'value_list_item' },
  { to: '/settings/grading', word: 'settings.grading', icon: Signal, object: 'value_rule' },
  { to: '/settings/completing', word: 'settings.completing', icon: ListChecks, object: 'company' },
  { to: '/settings/modules', word: 'settings.modules', icon: ToggleRight, object: 'module_switch' },
  { to: '/settings/roles', word: 'roles.title', icon: ShieldCheck, duty: 'roles' },
  { to: '/settings/emergency', word: 'emergency.settingTitle', icon: Siren, duty: 'roles' },
  { to: '/settings/sign-in', word: 'signInSettings.title', icon: LogIn, duty: 'settings' },
  { to: '/settings/sso', word: 'sso.title', icon: Building2, duty: 'settings' },
  { to: '/settings/mail', word: 'mail.title', icon: Mail, duty: 'settings' },
  { to: '/settings/keys', word: 'keys.title', icon: KeyRound, duty: 'keys' },
  { to: '/audit', word: 'audit.title', icon: ScrollText, duty: 'trail' },
] as const

export type SettingsEntry = { key: string; label: string } & (
  | { to: (typeof settingsPages)[number]['to'] | typeof settingsHome.to; icon: LucideIcon }
  /** `id`: the only record of the object. */
  | { object: ObjectWire; id?: string }
)

/** What the reader may set or look after: the page of all of it, pages of their duties and of what they may define, then objects that stand among the settings. */
export function useSettings(): readonly SettingsEntry[] {
  const { t, labelOfMany } = useWords()
  const duties = useDuties()
  const company = useCompany()
  const readable = useObjects()
  const mayKeep = (name: string): boolean => readable.some((one) => one.name === name && one.can.includes('update'))
  const pageOf = ({ to, word, icon }: (typeof settingsPages)[number] | typeof settingsHome) =>
    ({ key: to, label: t(word), to, icon }) as const
  const pages = settingsPages
    .filter((page) => ('duty' in page ? duties.includes(page.duty) : mayKeep(page.object)))
    .map(pageOf)
  const objects = readable
    .filter((object) => object.settings && object.can.includes('read') && object.name !== 'role')
    .map((object) => ({ key: object.name, label: labelOfMany(object.label), object }))
  const all = [...company, ...pages, ...objects]
  return all.length > 0 ? [pageOf(settingsHome), ...all] : all
}

const keepers = ['settings', 'appoint']

/** The company's own record, for those who look after the house. */
function useCompany(): readonly SettingsEntry[] {
  const { label } = useWords()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const object = useObjects().find(({ name }) => name === 'company')
  const id = session?.company.id
  if (!object || !id || !session.user.duties.some((duty) => keepers.includes(duty))) return []
  return [{ key: object.name, label: label(object.label), object, id }]
}

export function SettingsLink({ entry }: { entry: SettingsEntry }) {
  if ('object' in entry && entry.id)
    return (
      <Link
        to="/o/$path/$id"
        params={{ path: entry.object.path, id: entry.id }}
        className="navigation-link"
        title={entry.label}
      >
        <Icon name={entry.object.icon} />
        <span className="truncate">{entry.label}</span>
      </Link>
    )
  if ('object' in entry) return <NavigationLink object={entry.object} className="navigation-link" />
  const { to, icon: Drawn, label } = entry
  return (
    <Link
      to={to}
      className="navigation-link"
      title={label}
      activeOptions={{ includeSearch: false, exact: to === settingsHome.to }}
    >
      <Drawn size={16} strokeWidth={1.75} aria-hidden />
      <span className="truncate">{label}</span>
    </Link>
  )
}
