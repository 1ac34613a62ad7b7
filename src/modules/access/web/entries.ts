import { type Operation, operations } from '#shared/wire'
import { useWords } from '../../../web/words/words.ts'
import type { Catalogue, CatalogueObject } from './catalogue.ts'
import { areaRow, type Line, type Rights } from './rights.ts'

/** A line of the table, with its words. */
export type Entry = Line & {
  label: string
  icon?: string
  held: boolean
  offered: readonly Operation[]
}

/** An area and what is in it; further reaches of the same object are further lines. */
export type Group = { area: string; entries: readonly Entry[] }

export function useGroups(catalogue: Catalogue, rights: Rights): readonly Group[] {
  const { t, labelOfMany } = useWords()
  return catalogue.areas.map((area) => {
    const name = areaRow(area)
    const objects = catalogue.objects.filter((object) => object.area === area)
    const label = isKnownArea(area) ? t(`roles.area.${area}`) : area
    const first: Entry = { name, label, ...wholeOf(objects) }
    const rest = objects.map(({ rights: offered, ...object }) => ({
      ...object,
      label: labelOfMany(object.label),
      offered,
      area: name,
    }))
    return { area, entries: [first, ...rest].flatMap((entry) => linesOf(entry, rights)) }
  })
}

// An area without objects waits for those that the company makes: all may be granted.
function wholeOf(objects: readonly CatalogueObject[]): Pick<Entry, 'held' | 'offered'> {
  if (!objects.length) return { held: true, offered: operations }
  return {
    held: objects.some(({ held }) => held),
    offered: operations.filter((right) => objects.some(({ rights }) => rights.includes(right))),
  }
}

function linesOf(entry: Entry, rights: Rights): readonly Entry[] {
  const lines = Math.max(1, rights[entry.name]?.reaches.length ?? 0)
  return Array.from({ length: lines }, (_, at) => ({ ...entry, at }))
}

const knownAreas = ['files', 'parts', 'work', 'reference', 'house', 'roles', 'personal', 'reports', 'custom'] as const

export function isKnownArea(area: string): area is (typeof knownAreas)[number] {
  return (knownAreas as readonly string[]).includes(area)
}
