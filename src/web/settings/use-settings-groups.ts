import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import { type SettingsEntry, useSettings } from '../shell/navigation.tsx'
import { useWords } from '../words/words.ts'
import { useSettingsWords } from './words.ts'

/** What stands where; the last name of a page's address stands for it, an object for its list. */
const groups = {
  company: ['company', 'look', 'days', 'unit', 'user'],
  rights: ['roles', 'role_assignment', 'team_member', 'delegation', 'purpose', 'emergency'],
  signIn: ['sign-in', 'sso', 'mail'],
  content: ['objects', 'value-lists', 'grading', 'completing', 'modules'],
  proof: ['keys', 'audit', 'log_report', 'emergency_access'],
} as const

const lines = {
  company: 'company',
  look: 'look',
  days: 'days',
  unit: 'unit',
  user: 'user',
  roles: 'roles',
  role_assignment: 'role_assignment',
  team_member: 'team_member',
  delegation: 'delegation',
  purpose: 'purpose',
  emergency: 'emergency',
  'sign-in': 'signIn',
  sso: 'sso',
  mail: 'mail',
  objects: 'objects',
  'value-lists': 'lists',
  grading: 'grading',
  completing: 'completing',
  modules: 'modules',
  keys: 'keys',
  audit: 'audit',
  log_report: 'log_report',
  emergency_access: 'emergency_access',
} as const

export type SettingsGroup = {
  name: keyof typeof groups | 'more'
  title: string
  places: readonly { entry: SettingsEntry; line: string }[]
}

/** Every setting that the reader may open, by what it is about; what no group names stands in the last one. */
export function useSettingsGroups(): readonly SettingsGroup[] {
  const t = useSettingsWords()
  const staff = useStaff()
  const entries = new Map([...useSettings(), ...staff].map((entry) => [nameOf(entry.key), entry]))
  entries.delete('settings')
  const take = (names: readonly string[]) =>
    names.flatMap((name) => {
      const entry = entries.get(name)
      entries.delete(name)
      return entry ? [{ entry, line: isTold(name) ? t(`lines.${lines[name]}`) : '' }] : []
    })
  const known = namesOf(groups).map((name) => ({ name, title: t(`groups.${name}`), places: take(groups[name]) }))
  const rest = { name: 'more', title: t('groups.more'), places: take([...entries.keys()]) } as const
  return [...known, rest].filter(({ places }) => places.length > 0)
}

/** Units and people have their place in the navigation; for whoever keeps them they are settings too. */
function useStaff(): readonly SettingsEntry[] {
  const { labelOfMany } = useWords()
  const isKept = ({ name, can }: ObjectWire): boolean => (name === 'unit' || name === 'user') && can.includes('update')
  return useObjects()
    .filter(isKept)
    .map((object) => ({ key: object.name, label: labelOfMany(object.label), object }))
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}

function isTold(name: string): name is keyof typeof lines {
  return name in lines
}

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] {
  // They are the object's own, as it was written down above.
  return Object.keys(record) as Name[]
}
