import { useMutation } from '@tanstack/react-query'
import type { FormInstance } from 'antd'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { Problem } from '../api/problem.ts'
import { changeRecord, createRecord } from '../api/records.ts'
import { questionBefore } from '../module-questions.ts'
import { useProposed } from '../proposal/use-proposed.ts'
import { confirm } from '../ui/confirm.tsx'
import { useWords } from '../words/words.ts'
import type { Values } from './form-values.ts'
import type { Later } from './later-dialog.tsx'
import { type Stale, settledPatch, staleOf } from './stale.ts'

type SaveOptions = {
  object: ObjectWire
  record?: RecordAnswer
  form?: FormInstance<Values>
  /** Repeating a create with the same key makes no second record. */
  key: string
  /** Where a new record goes, if not among the others. */
  make?: (patch: Values) => Promise<RecordAnswer>
  /** Also what waits for somebody else, which has been told: the record as it still stands. */
  onSaved: (record: RecordAnswer) => void
}

/** Saves a form: troubles go to their fields, a collision with somebody else's change is laid open. */
export function useSave({ object, record, form, key, make, onSaved }: SaveOptions) {
  const { t } = useWords()
  const proposed = useProposed()
  const [stale, setStale] = useState<Stale>()
  const saving = useMutation({
    mutationFn: ({ patch, version, later }: { patch: Values; version?: number; later?: Later }) =>
      record
        ? changeRecord(object, { id: record.id, version: version ?? record.version }, patch)
        : make
          ? make(patch)
          : createRecord(object, { ...patch, ...(later && { toComplete: later }) }, key),
    onSuccess: (saved) => {
      proposed.tell(saved.proposed)
      onSaved(saved)
    },
    onError: (error, { patch }) => {
      const collision = staleOf(error, patch)
      if (collision) setStale(collision)
      else if (form) showAtFields(form, object, error)
    },
  })
  const placed =
    saving.error instanceof Problem &&
    saving.error.wire.errors.some(({ path }) => object.fields.some((field) => field.name === path))
  const error = !saving.error || stale ? undefined : placed && form ? t('form.checkFields') : saving.error.message
  const save = async (patch: Values, later?: Later): Promise<void> => {
    const words = questionBefore(object, patch)
    const question = words && { title: t(`${words}.title`), text: t(`${words}.text`), action: t(`${words}.action`) }
    if (!question || (await confirm(question))) saving.mutate({ patch, later })
  }
  return {
    /** `later`: what the case requires of a new record may be missing yet. */
    save: (patch: Values, later?: Later): void => void save(patch, later),
    settle: (kept: ReadonlySet<string>) => {
      if (!stale) return
      setStale(undefined)
      saving.mutate({ patch: settledPatch(stale, kept), version: stale.version })
    },
    cancelStale: () => setStale(undefined),
    isPending: saving.isPending,
    error,
    /** Every place that the server found trouble in. */
    errors: saving.error instanceof Problem ? saving.error.wire.errors : [],
    /** The trouble of each field, for places that show but one. */
    errorAt: (field: string) =>
      saving.error instanceof Problem
        ? saving.error.wire.errors.find(({ path }) => path === field)?.message
        : undefined,
    stale,
  }
}

function showAtFields(form: FormInstance<Values>, object: ObjectWire, error: unknown): void {
  if (!(error instanceof Problem)) return
  const known = error.wire.errors.filter(({ path }) => object.fields.some((field) => field.name === path))
  form.setFields(known.map(({ path, message }) => ({ name: path, errors: [message] })))
  const first = known[0]
  if (first) form.scrollToField(first.path, { focus: true, block: 'center' })
}
