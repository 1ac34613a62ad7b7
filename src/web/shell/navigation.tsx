import { Link } from '@tanstack/react-router'
import { Building2, KeyRound, LogIn, type LucideIcon, Mail, ScrollText, ShieldCheck } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import { useDuties } from '../api/session.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.ts'

/** Objects that have a place in the navigation. */
export function useNavigation(): readonly ObjectWire[] {
  return useObjects().filter((object) => object.navigation && object.can.includes('read'))
}

export function NavigationLink({ object, className }: { object: ObjectWire; className: string }) {
  const { labelOfMany } = useWords()
  return (
    <Link to="/o/$path" params={{ path: object.path }} className={className} activeOptions={{ includeSearch: false }}>
      <Icon name={object.icon} />
      <span className="truncate">{labelOfMany(object.label)}</span>
    </Link>
  )
}

const settingsPages = [
  { to: '/settings/roles', word: 'roles.title', icon: ShieldCheck, duty: 'roles' },
  { to: '/settings/sign-in', word: 'signInSettings.title', icon: LogIn, duty: 'settings' },
  { to: '/settings/sso', word: 'sso.title', icon: Building2, duty: 'settings' },
  { to: '/settings/mail', word: 'mail.title', icon: Mail, duty: 'settings' },
  { to: '/settings/keys', word: 'keys.title', icon: KeyRound, duty: 'keys' },
  { to: '/audit', word: 'audit.title', icon: ScrollText, duty: 'trail' },
] as const

export type SettingsEntry = { key: string; label: string } & (
  | { to: (typeof settingsPages)[number]['to']; icon: LucideIcon }
  | { object: ObjectWire }
)

/** What the reader may set or look after: pages of their duties, then objects that stand among the settings. */
export function useSettings(): readonly SettingsEntry[] {
  const { t, labelOfMany } = useWords()
  const duties = useDuties()
  const pages = settingsPages
    .filter(({ duty }) => duties.includes(duty))
    .map(({ to, word, icon }) => ({ key: to, label: t(word), to, icon }))
  const objects = useObjects()
    .filter((object) => object.settings && object.can.includes('read') && object.name !== 'role')
    .map((object) => ({ key: object.name, label: labelOfMany(object.label), object }))
  return [...pages, ...objects]
}

export function SettingsLink({ entry }: { entry: SettingsEntry }) {
  if ('object' in entry) return <NavigationLink object={entry.object} className="navigation-link" />
  const { to, icon: Drawn, label } = entry
  return (
    <Link to={to} className="navigation-link" activeOptions={{ includeSearch: false }}>
      <Drawn size={16} strokeWidth={1.75} aria-hidden />
      <span className="truncate">{label}</span>
    </Link>
  )
}
