import { useState } from 'react'
import type { Label } from '#shared/label'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useLeaveGuard } from '../../../web/form/use-leave-guard.ts'
import { useDefinition } from '../../../web/settings/rules/use-definition.ts'
import { useWords } from '../../../web/words/words.ts'
import {
  type Draft,
  draftOf,
  freeName,
  moveField,
  moveSection,
  type Place,
  placeOf,
  stepField,
  stepSection,
} from './layout-draft.ts'
import { useOwnWords } from './words.ts'

/** The doings of the layout's page: moves that are told as they happen, and nothing in force before it is saved. */
export function useLayoutDraft(object: ObjectWire, layout: ObjectWire, record: RecordAnswer | undefined) {
  const t = useOwnWords()
  const { label } = useWords()
  const standing = draftOf(object, record?.sections)
  const [changed, setChanged] = useState<Draft>()
  const [told, setTold] = useState('')
  const definition = useDefinition(layout)
  const draft = changed ?? standing
  const isDirty = changed !== undefined && JSON.stringify(changed) !== JSON.stringify(standing)
  useLeaveGuard(isDirty)
  const tellField = (next: Draft, name: string): void => {
    const field = fieldOf(object, name)
    const now = placeOf(next, name)
    setChanged(next)
    if (field && now)
      setTold(t('layout.moved', { name: label(field.label), section: label(now.section.label), place: now.place }))
  }
  const tellSection = (next: Draft, name: string): void => {
    const place = next.findIndex((section) => section.name === name) + 1
    const section = next[place - 1]
    setChanged(next)
    if (section) setTold(t('layout.movedSection', { name: label(section.label), place }))
  }
  return {
    draft,
    told,
    isDirty,
    isWhole: draft.every(({ label: { zh, en } }) => zh.trim() && en.trim()),
    drop: (dragged: Record<string, unknown>, place: Record<string, unknown>): void => {
      const to: Place = { section: String(place.section), field: textOf(place.field) }
      if (typeof dragged.field === 'string') tellField(moveField(draft, dragged.field, to), dragged.field)
      else tellSection(moveSection(draft, String(dragged.section), to.section), String(dragged.section))
    },
    stepField: (name: string, by: 1 | -1): void => tellField(stepField(draft, name, by), name),
    stepSection: (name: string, by: 1 | -1): void => tellSection(stepSection(draft, name, by), name),
    rename: (name: string, renamed: Label): void =>
      setChanged(draft.map((section) => (section.name === name ? { ...section, label: renamed } : section))),
    add: (named: Label): void => setChanged([...draft, { name: freeName(draft), label: named, fields: [] }]),
    discard: (name: string): void => setChanged(draft.filter((section) => section.name !== name)),
    save: async (): Promise<void> => {
      const values = { object: object.name, sections: draft }
      if (await definition.write({ record, values, told: t('layout.saved') })) setChanged(undefined)
    },
    reset: async (): Promise<void> => {
      setChanged(undefined)
      if (record) await definition.remove(record.id, t('layout.isReset'))
    },
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
