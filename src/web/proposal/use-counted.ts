import type { CountWire } from '../api/change-requests.ts'
import { useObjects } from '../api/definitions.ts'
import { useWords } from '../words/words.ts'
import { useProposalWords } from './proposal-words.ts'

/** How many records of which objects a merge takes along, in words; empty where it takes none. */
export function useCounted(counts: readonly CountWire[]): string {
  const say = useProposalWords()
  const { labelOfMany } = useWords()
  const objects = useObjects()
  const told = counts.flatMap(({ object, count }) => {
    const one = objects.find(({ name }) => name === object)
    return one ? [say('merge.countOf', { name: labelOfMany(one.label), count })] : []
  })
  return told.join(' · ')
}
