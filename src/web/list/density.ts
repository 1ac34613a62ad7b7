import { keptChoice, useKeptChoice } from '../ui/kept-choice.ts'

const kept = keptChoice('dossier.density', ['comfortable', 'compact'])

/** Height of a row of the grid, in pixels. */
const heights = { comfortable: 40, compact: 30 }

export function useDensity() {
  const density = useKeptChoice(kept)
  return { isCompact: density === 'compact', rowHeight: heights[density] }
}

export function makeCompact(isCompact: boolean): void {
  kept.choose(isCompact ? 'compact' : 'comfortable')
}
