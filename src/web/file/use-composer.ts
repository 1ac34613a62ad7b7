import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer, Titles } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import { recordQuery, refresh } from '../api/records.ts'
import { canType, changesOf, firstValues, type Values } from '../form/form-values.ts'
import { useBegunDraft, useKeptDraft } from '../form/use-form-draft.ts'
import { useLeaveGuard } from '../form/use-leave-guard.ts'
import { useSave } from '../form/use-save.ts'
import { shownAs } from '../registry.ts'
import { choicesOf } from '../ui/cells/choice.ts'
import { isEmptyValue } from '../ui/empty-value.ts'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'

type ComposerParts = { way?: FieldWire; text?: FieldWire; rest: readonly FieldWire[] }

const shortKinds = new Set(['text', 'date', 'date_time', 'files', 'choice'])

/** The fields of a child by their part in the composer: the way, the text, and the few that fit beside. */
export function partsOf(child: ObjectWire): ComposerParts {
  const decided = new Set([child.parent?.field, child.timeline])
  const typed = child.fields.filter((field) => canType(field) && !decided.has(field.name))
  const way = typed.find(({ kind }) => kind === 'choice')
  const text = typed.find(({ kind }) => kind === 'long_text')
  const rest = typed.filter((field) => field !== way && field !== text && shortKinds.has(shownAs(field).kind))
  return { way, text, rest }
}

/** What a new record begins with that nobody has typed, such as a call that was made, and the names of records in it. */
export type Beginning = { values: Values; titles: Titles }

type ComposerOptions = {
  given?: Values
  onSaved?: () => void
}

/** What the record holds already and the composer has no input for: with whom, and when. */
export function heldFields(child: ObjectWire, values: Values): readonly FieldWire[] {
  const isHeld = ({ name, kind }: FieldWire): boolean =>
    name !== child.parent?.field && (name === child.timeline || kind === 'reference') && !isEmptyValue(values[name])
  return child.fields.filter(isHeld)
}

/** What is being written on a file, and its saving as a child of that file. */
export function useComposer(child: ObjectWire, record: RecordAnswer, { given, onSaved }: ComposerOptions) {
  const key = useRef(crypto.randomUUID())
  const [empty] = useState<Values>(() => beginning(child))
  const place = { object: child, parent: record.id }
  const begun = useBegunDraft(place)
  const [changed, setChanged] = useState<{ turn: number; values: Values }>()
  const values =
    changed?.turn === begun.turn
      ? changed.values
      : { ...empty, ...begun.draft?.values, ...(begun.turn === 0 ? given : {}) }
  const draft = useKeptDraft(place, begun, { values: changesOf(child, empty, values) })
  const { text } = partsOf(child)
  const isReady = text !== undefined && !isEmptyValue(values[text.name])
  useLeaveGuard(isReady, draft)
  const afterSaving = useAfterSaving(child, record)
  const saving = useSave({
    object: child,
    key: key.current,
    onSaved: ({ proposed }) => {
      key.current = crypto.randomUUID()
      draft.settle()
      begun.begin(null)
      afterSaving(proposed)
      onSaved?.()
    },
  })
  const save = (): void => {
    if (!isReady || saving.isPending) return
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmptyValue(value)))
    saving.save(child.parent ? { ...filled, [child.parent.field]: record.id } : filled)
  }
  const change = (name: string, next: (now: unknown) => unknown): void =>
    setChanged((was) => {
      const now = was?.turn === begun.turn ? was.values : values
      return { turn: begun.turn, values: { ...now, [name]: next(now[name]) } }
    })
  return { begun, draft, values, change, save, isReady, isPending: saving.isPending, error: saving.error }
}

function beginning(child: ObjectWire): Values {
  const { way } = partsOf(child)
  const first = way && choicesOf(way)[0]?.value
  return { ...(way && first ? { [way.name]: first } : {}), ...firstValues(child) }
}

// The parent's own facts may follow from what was written, such as when it was last followed up.
function useAfterSaving(child: ObjectWire, record: RecordAnswer): (proposed?: string) => void {
  const { t } = useWords()
  const client = useQueryClient()
  const parent = useObjects().find((object) => object.name === child.parent?.object)
  return (proposed) => {
    refresh(client, child.name)
    if (parent) void client.invalidateQueries({ queryKey: recordQuery(parent, record.id).queryKey })
    if (!proposed) toast({ text: t('composer.saved') })
  }
}
