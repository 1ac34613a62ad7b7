import { useMutation } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { changeMany } from '../api/records.ts'
import { canType } from '../form/form-values.ts'
import { useProposed } from '../proposal/use-proposed.ts'
import { FieldInput } from '../ui/field-value.tsx'
import { toast } from '../ui/toast.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import type { BulkActionsProps } from './bulk-actions.tsx'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'
import 'virtual:antd/modal.css'

type BulkChangeProps = BulkActionsProps & { field?: string; onClose: () => void }

/** One field of many records set to one value. */
export function BulkChange({ object, ids, field: given, onClose, onDone }: BulkChangeProps) {
  const { t, label } = useWords()
  const [name, setName] = useState(given)
  const [value, setValue] = useState<unknown>(null)
  const change = useChange(ids, () => {
    onClose()
    onDone()
  })
  const field = name === undefined ? undefined : fieldOf(object, name)
  const save = (): void => {
    if (field) change.mutate({ object, patch: { [field.name]: value } })
  }
  const choose = (next: string): void => {
    setName(next)
    setValue(null)
  }
  const input = field && { field, value, titles: {}, label: label(field.label), onChange: setValue }
  const words = {
    title: t('bulk.changeTitle', { count: ids.length }),
    okText: t('action.save'),
    cancelText: t('action.cancel'),
  }
  return (
    <Modal
      open
      {...words}
      okButtonProps={{ disabled: !field }}
      confirmLoading={change.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <div className="bulk-change">
        <FieldSelect object={object} name={name} onChange={choose} />
        {input && <FieldInput key={input.field.name} {...input} />}
        <Trouble text={change.error?.message} />
      </div>
    </Modal>
  )
}

type FieldSelectProps = { object: ObjectWire; name?: string; onChange: (name: string) => void }

function FieldSelect({ object, name, onChange }: FieldSelectProps) {
  const { t, label } = useWords()
  return (
    <Select
      aria-label={t('filter.field')}
      placeholder={t('filter.field')}
      value={name}
      options={object.fields.filter(canType).map((one) => ({ value: one.name, label: label(one.label) }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={onChange}
    />
  )
}

function useChange(ids: readonly string[], onDone: () => void) {
  const { t } = useWords()
  const { tell } = useProposed()
  return useMutation({
    mutationFn: ({ object, patch }: { object: ObjectWire; patch: Record<string, unknown> }) =>
      changeMany(object, ids, patch),
    onSuccess: ({ changed, proposed, failed, request }) => {
      tell(request ?? proposed)
      if (failed.length === 0 && changed > 0) toast({ text: t('bulk.changed', { count: changed }) })
      else if (failed.length > 0) toast({ text: t('bulk.partly', { changed, failed: failed.length }), tone: 'trouble' })
      onDone()
    },
  })
}
