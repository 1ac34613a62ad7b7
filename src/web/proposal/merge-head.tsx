import type { ChangesWire, CountWire, MergeWire, PartWire } from '../api/change-requests.ts'
import { fieldOf, useObjectNamed } from '../api/definitions.ts'
import { useWords } from '../words/words.ts'
import { useProposalWords } from './proposal-words.ts'
import { useCounted } from './use-counted.ts'

/** A request that joins records into one: which go into which, whose values stay, and what goes along. */
export function MergeHead({ changes, merge }: { changes: ChangesWire; merge: MergeWire }) {
  const say = useProposalWords()
  const { label, locale } = useWords()
  const object = useObjectNamed(changes.object)
  const named = (ids: readonly string[]): string =>
    listed(
      locale,
      changes.parts.flatMap((part) => (ids.includes(part.record) ? [calledIn(merge, part)] : [])),
    )
  const stay = merge.choices.flatMap(({ field: name, from }) => {
    const field = object && fieldOf(object, name)
    return field && from === merge.kept ? [label(field.label)] : []
  })
  return (
    <>
      <p>{say('merge.into', { joined: named(merge.joined), kept: named([merge.kept]) })}</p>
      {stay.length > 0 && <p>{say('merge.stay', { fields: listed(locale, stay) })}</p>}
      <Counts of="moves" counts={merge.children} />
      <Counts of="refers" counts={merge.references} />
    </>
  )
}

function Counts({ of, counts }: { of: 'moves' | 'refers'; counts: readonly CountWire[] }) {
  const say = useProposalWords()
  const what = useCounted(counts)
  return what && <p className="muted">{say(`merge.${of}`, { what })}</p>
}

function listed(locale: string, names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

/** Records that are one mostly have one name: their numbers tell which is which. */
export function calledIn(merge: MergeWire | null, { record, subject }: Pick<PartWire, 'record' | 'subject'>): string {
  return [subject, merge?.numbers[record]].filter(Boolean).join(' ')
}

/** From which record a value of the kept one would come, in words; undefined where the product works it out. */
export function useSourceOf({ parts, merge }: ChangesWire): ((field: string) => string | undefined) | undefined {
  const say = useProposalWords()
  if (!merge) return undefined
  return (field) => {
    const from = merge.choices.find((choice) => choice.field === field)?.from
    const part = parts.find(({ record }) => record === from)
    return from === 'all' ? say('merge.all') : part && (merge.numbers[part.record] ?? part.subject)
  }
}
