import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useRef, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { keepRecord } from '../../../web/api/records.ts'
import { changesOf, firstValues, type Values } from '../../../web/form/form-values.ts'
import { useLeaveGuard } from '../../../web/form/use-leave-guard.ts'
import { useSave } from '../../../web/form/use-save.ts'
import { useDelete } from '../../../web/list/use-delete.ts'
import { toast } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import { catalogueQuery } from './catalogue.ts'
import { fieldRulesOf, listOfRules } from './field-rules.ts'
import { readGrants, readRules } from './read-role.ts'
import { type Grant, grantsOf, refusedRows, rightsOf } from './rights.ts'

export type RoleEditorProps = {
  object: ObjectWire
  /** Absent: a new role. */
  record?: RecordAnswer
  /** What a new role begins with, such as another's rights. */
  start?: Values
  onSaved: (record: RecordAnswer) => void
  onDeleted: () => void
}

/** The doings of the role's page: its form and its rights are one record, saved in one place. */
export function useRoleEditor({ object, record, start, onSaved, onDeleted }: RoleEditorProps) {
  const { t, label } = useWords()
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const [opened] = useState(record)
  const [initial] = useState<Values>(() => record ?? { ...firstValues(object), ...start })
  const [values, setValues] = useState(initial)
  const [rights, setRights] = useState(() => rightsOf(readGrants(initial.grants)))
  const [rules, setRules] = useState(() => fieldRulesOf(readRules(initial.fieldRights)))
  const [before] = useState(() => ({ grants: grantsOf(rights), fieldRights: listOfRules(rules) }))
  const sent = useRef<{ grants: readonly Grant[]; fieldRights: ReturnType<typeof listOfRules> }>(before)
  const key = useRef(crypto.randomUUID())
  const now = { grants: grantsOf(rights), fieldRights: listOfRules(rules) }
  const isDirty = Object.keys(changesOf(object, { ...initial, ...before }, { ...values, ...now })).length > 0
  const guard = useLeaveGuard(isDirty)
  const remove = useDelete(object)
  const saving = useSave({
    object,
    record: opened,
    form,
    key: key.current,
    onSaved: (saved) => {
      guard.open()
      keepRecord(client, object, saved)
      void client.invalidateQueries({ queryKey: catalogueQuery.queryKey })
      if (!saved.proposed) toast({ text: t('form.saved', { name: label(object.label) }) })
      onSaved(saved)
    },
  })
  const submit = (): void => {
    sent.current = now
    const base = opened ? { ...opened, ...before } : {}
    saving.save(changesOf(object, base, { ...form.getFieldsValue(), ...now }))
  }
  const destroy = async (): Promise<void> => {
    if (!opened || !(await remove([opened.id]))) return
    guard.open()
    onDeleted()
  }
  const troubles = new Map(
    saving.errors.flatMap(({ path, message }) =>
      rowsOf(sent.current, path).map((row): [string, string] => [row, message]),
    ),
  )
  const state = { values, setValues, rights, setRights, rules, setRules }
  return { form, opened, initial, ...state, isDirty, saving, submit, destroy, troubles }
}

function rowsOf(
  { grants, fieldRights }: { grants: readonly Grant[]; fieldRights: ReturnType<typeof listOfRules> },
  path: string,
): readonly string[] {
  const [, index] = /^fieldRights\.(\d+)/.exec(path) ?? []
  const rule = index === undefined ? undefined : fieldRights[Number(index)]
  return rule ? [`${rule.object}.${rule.field}`] : refusedRows(grants, path)
}
