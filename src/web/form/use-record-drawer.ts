import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useRef, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { keepRecord } from '../api/records.ts'
import { useDelete } from '../list/use-delete.ts'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { changesOf, firstValues, type Values } from './form-values.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useSave } from './use-save.ts'

export type RecordDrawerProps = {
  object: ObjectWire
  /** Absent: a new record. */
  record?: RecordAnswer
  /** Values that the place decides, such as the customer on whose file a contact is added. */
  fixed?: Values
  onClose: () => void
  onSaved: (record: RecordAnswer) => void
  /** Offers to delete the record. */
  onDeleted?: () => void
}

/** The doings of a record's form: saving, leaving, deleting. */
export function useRecordDrawer({ object, record, fixed = {}, onClose, onSaved, onDeleted }: RecordDrawerProps) {
  const { t, label } = useWords()
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  // The record as it was when the form opened: what others save meanwhile is a collision, not a new beginning.
  const [opened] = useState(record)
  const [initial] = useState<Values>(() => record ?? firstValues(object))
  const [values, setValues] = useState<Values>(initial)
  const key = useRef(crypto.randomUUID())
  const guard = useLeaveGuard(Object.keys(changesOf(object, initial, values)).length > 0)
  const remove = useDelete(object)
  const saving = useSave({
    object,
    record: opened,
    form,
    key: key.current,
    onSaved: (saved) => {
      guard.open()
      keepRecord(client, object, saved)
      if (!saved.proposed) toast({ text: t('form.saved', { name: label(object.label) }) })
      onSaved(saved)
    },
  })
  const submit = (): void =>
    saving.save({ ...changesOf(object, opened ?? {}, form.getFieldsValue()), ...(opened ? {} : fixed) })
  const destroy = async (): Promise<void> => {
    if (!opened || !(await remove([opened.id]))) return
    guard.open()
    onDeleted?.()
  }
  const close = async (): Promise<void> => {
    if (await guard.ask()) onClose()
  }
  return { form, opened, initial, setValues, saving, submit, destroy, close }
}
