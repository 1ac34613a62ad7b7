import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useRef, useState } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { definitionsQuery } from '../../../web/api/definitions.ts'
import { keepRecord } from '../../../web/api/records.ts'
import { changesOf, firstValues, type Values } from '../../../web/form/form-values.ts'
import { useLeaveGuard } from '../../../web/form/use-leave-guard.ts'
import { useSave } from '../../../web/form/use-save.ts'
import { toast } from '../../../web/ui/toast.tsx'
import { titleOf } from '../../../web/words/title-of.ts'
import { blankField } from './blank-field.ts'
import { type KindName, kindNamed } from './kinds.ts'
import { fieldName } from './suggest-name.ts'
import { useOwnWords } from './words.ts'

export type FieldEditorProps = {
  /** The object that gets the field. */
  object: ObjectWire
  customField: ObjectWire
  /** Absent: a new field. */
  record?: RecordAnswer
  onSaved: () => void
}

/** The doings of a field's page: its form, its kind and the options of the kind are one record. */
export function useFieldEditor({ object, customField, record, onSaved }: FieldEditorProps) {
  const t = useOwnWords()
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const [opened] = useState(record)
  const [initial] = useState<Values>(() => record ?? { ...firstValues(customField), object: object.name })
  const [kind, setKind] = useState<KindName>(kindNamed(initial.kind)?.name ?? 'text')
  const [settings, setSettings] = useState<Values>(() => ({ ...(isValues(initial.settings) ? initial.settings : {}) }))
  const [values, setValues] = useState(initial)
  const suggested = useRef('')
  const key = useRef(crypto.randomUUID())
  const beside = { object: object.name, kind, settings: Object.keys(settings).length ? settings : null }
  const typed = opened ? { ...values, settings: beside.settings } : { ...values, ...beside }
  const isDirty = Object.keys(changesOf(customField, initial, opened ? typed : { ...typed, kind: null })).length > 0
  const guard = useLeaveGuard(isDirty)
  const saving = useSave({
    object: customField,
    record: opened,
    form,
    key: key.current,
    onSaved: (saved) => {
      guard.open()
      keepRecord(client, customField, saved)
      void client.invalidateQueries({ queryKey: definitionsQuery.queryKey })
      if (!saved.proposed) toast({ text: t('fields.saved', { name: titleOf(customField, saved) }) })
      onSaved()
    },
  })
  const change = (next: Values): void => {
    const wished = fieldName(String(next.labelEn ?? ''))
    // Until somebody names it otherwise, scripts call it as its label does.
    if (!opened && (next.name ?? '') === suggested.current && wished !== suggested.current) {
      suggested.current = wished
      form.setFieldValue('name', wished || null)
      setValues({ ...next, name: wished || null })
    } else setValues(next)
  }
  const choose = (next: KindName): void => {
    setKind(next)
    setSettings({})
    const level = kindNamed(next)?.level ?? '1'
    form.setFieldValue('level', level)
    setValues((was) => ({ ...was, level }))
  }
  const submit = (): void => saving.save(changesOf(customField, opened ?? {}, { ...typed, ...form.getFieldsValue() }))
  const preview = previewOf({ ...values, kind, settings })
  return { form, opened, initial, kind, settings, isDirty, saving, preview, change, choose, setSettings, submit }
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function previewOf({ kind, settings, level, labelZh, labelEn, helpZh, helpEn }: Values): FieldWire {
  const words = (one: unknown, other: unknown): string => String(one ?? other ?? '')
  const help = { zh: words(helpZh, helpEn), en: words(helpEn, helpZh) }
  return {
    ...blankField,
    name: 'preview',
    kind: String(kind),
    label: { zh: words(labelZh, labelEn), en: words(labelEn, labelZh) },
    help: help.zh ? help : undefined,
    level: level === '3' ? 3 : level === '2' ? 2 : 1,
    options: isValues(settings) ? settings : {},
  }
}
