import type { ObjectWire } from '#shared/wire'
import { keptChoice } from '../ui/kept-choice.ts'

/** In the order in which they stand, below what the reader has marked. */
export const sections = ['work', 'files', 'quality', 'team', 'house'] as const
type ObjectSection = (typeof sections)[number]

export type SectionName = ObjectSection | 'favourites' | 'settings'

const members: Readonly<Partial<Record<ObjectSection, readonly string[]>>> = {
  work: ['task', 'change_request', 'export'],
  quality: ['improvement', 'appraisal'],
  team: ['regular_meeting', 'meeting', 'work_report'],
  house: ['unit', 'user'],
}

/** Where an object of the navigation stands: with what it is named for above, or with all that is about customers. */
export function sectionOf({ name }: ObjectWire): ObjectSection {
  return sections.find((section) => members[section]?.includes(name)) ?? 'files'
}

const kept = (name: SectionName) => keptChoice(`dossier.section.${name}`, ['open', 'folded'])

/** Which sections this device shows. */
export const sectionChoices = {
  favourites: kept('favourites'),
  work: kept('work'),
  files: kept('files'),
  quality: kept('quality'),
  team: kept('team'),
  house: kept('house'),
  settings: kept('settings'),
}

/** The whole sidebar, or its icons alone. */
export const sidebarChoice = keptChoice('dossier.sidebar', ['whole', 'icons'])
