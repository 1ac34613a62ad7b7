import { useState } from 'react'
import { type ClassScheme, problemOfScheme } from '#shared/class-scheme'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { useLeaveGuard } from '../../../web/form/use-leave-guard.ts'
import { useDefinition } from '../../../web/settings/rules/use-definition.ts'
import { addPlace, type ClassDraft, type ClassPart, draftOfScheme, offeredBy, schemeIn } from './class-draft.ts'
import { movePart, stepPart } from './number-draft.ts'
import { useOwnWords } from './words.ts'

type ClassDraftProps = { object: ObjectWire; field: FieldWire; rule: ObjectWire; record?: RecordAnswer }
type Draft = { separator: ClassScheme['separator']; places: ClassDraft }

const none: ClassScheme = { separator: '-', parts: [] }

/** The doings of a classification: moves that are told as they happen, and nothing in force before it is saved. */
export function useClassDraft({ object, field, rule, record }: ClassDraftProps) {
  const t = useOwnWords()
  const kept = schemeIn(field.options.scheme) ?? none
  const standing: Draft = { separator: kept.separator, places: draftOfScheme(object, kept) }
  const [changed, setChanged] = useState<Draft>()
  const [told, setTold] = useState('')
  const definition = useDefinition(rule)
  const draft = changed ?? standing
  const { places } = draft
  const scheme = schemeOf(draft)
  const isDirty = changed !== undefined && JSON.stringify(scheme) !== JSON.stringify(schemeOf(standing))
  useLeaveGuard(isDirty)
  const place = (next: ClassDraft): void => setChanged({ ...draft, places: next })
  const moved = (next: ClassDraft, key: string, name: (part: ClassPart) => string): void => {
    const at = next.findIndex((one) => one.key === key)
    const part = next[at]?.part
    place(next)
    if (part) setTold(t('numbers.moved', { name: name(part), place: at + 1 }))
  }
  return {
    places,
    scheme,
    told,
    isDirty,
    problem: problemOfScheme(scheme, (name) => offeredBy(object, name)),
    separate: (separator: ClassScheme['separator']): void => setChanged({ ...draft, separator }),
    move: (key: string, to: string, name: (part: ClassPart) => string): void =>
      moved(movePart(places, key, to), key, name),
    step: (key: string, by: 1 | -1, name: (part: ClassPart) => string): void =>
      moved(stepPart(places, key, by), key, name),
    put: (key: string, part: ClassPart): void => place(places.map((one) => (one.key === key ? { key, part } : one))),
    add: (sort: 'field' | 'region'): void => place(addPlace(places, sort, object)),
    discard: (key: string): void => place(places.filter((one) => one.key !== key)),
    save: async (): Promise<void> => {
      const values = { object: object.name, field: field.name, rule: 'class', parts: scheme }
      if (await definition.write({ record, values, told: t('classes.saved') })) setChanged(undefined)
    },
    reset: async (): Promise<void> => {
      setChanged(undefined)
      if (record) await definition.remove(record.id, t('classes.isReset'))
    },
  }
}

function schemeOf({ separator, places }: Draft) {
  return { separator, parts: places.map(({ part }) => part) }
}
