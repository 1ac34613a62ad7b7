import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { keepRecord } from '../api/records.ts'
import { useDelete } from '../list/use-delete.ts'
import { isEmptyValue } from '../ui/empty-value.ts'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { changesOf, firstValues, type Values } from './form-values.ts'
import type { Later } from './later-dialog.tsx'
import { parentOf } from './parent.ts'
import { useBegunDraft, useKeptDraft } from './use-form-draft.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useSave } from './use-save.ts'

export type RecordDrawerProps = {
  object: ObjectWire
  /** Absent: a new record. */
  record?: RecordAnswer
  /** Values that the place decides, such as the customer on whose file a contact is added. */
  fixed?: Values
  /** What a new record begins with beside its defaults; whoever saves it has seen it. */
  given?: Values
  /** Stands above the form. */
  head?: ReactNode
  onClose: () => void
  onSaved: (record: RecordAnswer) => void
  /** Offers to delete the record. */
  onDeleted?: () => void
}

/** The doings of a record's form: saving, leaving, deleting. */
export function useRecordDrawer({ object, record, fixed = {}, given, onClose, onSaved, onDeleted }: RecordDrawerProps) {
  const { t, label } = useWords()
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  // The record as it was when the form opened: what others save meanwhile is a collision, not a new beginning.
  const [opened] = useState(record)
  const [initial] = useState<Values>(() => record ?? firstValues(object))
  const place = { object, record: opened?.id, parent: opened ? undefined : parentOf(object, fixed)?.id }
  const begun = useBegunDraft(place, (draft) => {
    // The kit's form keeps what stood in it, whatever it begins with next.
    const values: Values = { ...initial, ...draft?.values }
    form.setFieldsValue(Object.fromEntries(object.fields.map(({ name }) => [name, values[name]])))
  })
  const first = useMemo(
    () => ({ ...initial, ...begun.draft?.values, ...(begun.turn === 0 ? given : {}) }),
    [initial, begun.draft, begun.turn, given],
  )
  const [changed, setChanged] = useState<{ turn: number; values: Values }>()
  const values = changed?.turn === begun.turn ? changed.values : first
  // What somebody saved since the draft was begun is a collision too.
  const version = begun.draft?.version ?? opened?.version
  const typed = changesOf(object, initial, values)
  const draft = useKeptDraft(place, begun, { values: typed, version })
  const key = useRef(crypto.randomUUID())
  const guard = useLeaveGuard(Object.keys(typed).length > 0, draft)
  const remove = useDelete(object)
  const saving = useSave({
    object,
    record: opened && { ...opened, version: version ?? opened.version },
    form,
    key: key.current,
    onSaved: (saved) => {
      guard.open()
      draft.settle()
      keepRecord(client, object, saved)
      if (!saved.proposed) toast({ text: t('form.saved', { name: label(object.label) }) })
      onSaved(saved)
    },
  })
  const submit = (later?: Later): void =>
    saving.save({ ...changesOf(object, opened ?? {}, form.getFieldsValue()), ...(opened ? {} : fixed) }, later)
  // What no record is without cannot follow later, nor what is wrong.
  const [refused, setRefused] = useState<readonly string[]>([])
  const mayFollow = (name: string): boolean =>
    !fieldOf(object, name)?.required && isEmptyValue(form.getFieldValue(name))
  const lacksByCase = !opened && object.completable && refused.length > 0 && refused.every(mayFollow)
  const destroy = async (): Promise<void> => {
    if (!opened || !(await remove([opened.id]))) return
    guard.open()
    draft.settle()
    onDeleted?.()
  }
  const close = async (): Promise<void> => {
    if (await guard.ask()) onClose()
  }
  return {
    form,
    opened,
    draft,
    /** What the form begins with, and which time it does. */
    beginning: begun.isPending ? undefined : { turn: begun.turn, values: first, titles: begun.draft?.titles },
    /** Whether nothing but what its case requires keeps a new record from being saved. */
    lacksByCase,
    refuse: setRefused,
    setValues: (next: Values) => setChanged({ turn: begun.turn, values: next }),
    saving,
    submit,
    destroy,
    close,
  }
}
