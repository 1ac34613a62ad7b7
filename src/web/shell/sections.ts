import type { ObjectWire } from '#shared/wire'
import { keptChoice } from '../ui/kept-choice.ts'

export type SectionName = 'favourites' | 'files' | 'work' | 'house' | 'settings'

const work: readonly string[] = ['task', 'change_request', 'export']
const house: readonly string[] = ['unit', 'user']

/** Where an object of the navigation stands: what is to be done, who works here, or all that is about customers. */
export function sectionOf({ name }: ObjectWire): 'files' | 'work' | 'house' {
  if (work.includes(name)) return 'work'
  return house.includes(name) ? 'house' : 'files'
}

const kept = (name: SectionName) => keptChoice(`dossier.section.${name}`, ['open', 'folded'])

/** Which sections this device shows. */
export const sectionChoices = {
  favourites: kept('favourites'),
  files: kept('files'),
  work: kept('work'),
  house: kept('house'),
  settings: kept('settings'),
}

/** The whole sidebar, or its icons alone. */
export const sidebarChoice = keptChoice('dossier.sidebar', ['whole', 'icons'])
