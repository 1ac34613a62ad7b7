import { useState } from 'react'
import { problemOfRule } from '#shared/number-rule'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { useLeaveGuard } from '../../../web/form/use-leave-guard.ts'
import { useDefinition } from '../../../web/settings/rules/use-definition.ts'
import {
  addPart,
  type Draft,
  draftOf,
  movePart,
  type Part,
  type PartSort,
  ruleOf,
  sortOf,
  stepPart,
} from './number-draft.ts'
import { useOwnWords } from './words.ts'

type NumberDraftProps = { object: ObjectWire; field: FieldWire; rule: ObjectWire; record?: RecordAnswer }

/** The doings of a number rule: moves that are told as they happen, and nothing in force before it is saved. */
export function useNumberDraft({ object, field, rule, record }: NumberDraftProps) {
  const t = useOwnWords()
  const standing = draftOf(field)
  const [changed, setChanged] = useState<Draft>()
  const [told, setTold] = useState('')
  const definition = useDefinition(rule)
  const draft = changed ?? standing
  const parts = ruleOf(draft)
  const isDirty = changed !== undefined && JSON.stringify(parts) !== JSON.stringify(field.options.rule)
  useLeaveGuard(isDirty)
  const moved = (next: Draft, key: string): void => {
    const place = next.findIndex((one) => one.key === key) + 1
    const part = next[place - 1]?.part
    setChanged(next)
    if (part) setTold(t('numbers.moved', { name: t(`numbers.sorts.${sortOf(part)}`), place }))
  }
  return {
    draft,
    parts,
    told,
    isDirty,
    problem: problemOfRule(parts),
    drop: (dragged: Record<string, unknown>, place: Record<string, unknown>): void =>
      moved(movePart(draft, String(dragged.part), String(place.part)), String(dragged.part)),
    step: (key: string, by: 1 | -1): void => moved(stepPart(draft, key, by), key),
    put: (key: string, part: Part): void => setChanged(draft.map((one) => (one.key === key ? { key, part } : one))),
    add: (sort: PartSort): void => setChanged(addPart(draft, sort, object)),
    discard: (key: string): void => setChanged(draft.filter((one) => one.key !== key)),
    save: async (): Promise<void> => {
      const values = { object: object.name, field: field.name, rule: 'number', parts }
      if (await definition.write({ record, values, told: t('numbers.saved') })) setChanged(undefined)
    },
    reset: async (): Promise<void> => {
      setChanged(undefined)
      if (record) await definition.remove(record.id, t('numbers.isReset'))
    },
  }
}
