import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import type { ObjectWire, Titles } from '#shared/wire'
import { useObjectNamed } from '../api/definitions.ts'
import { type GatheredWire, gatheredForm, gatheredMark, putBack } from '../api/gathered.ts'
import { unmade } from '../api/records.ts'
import { changesOf, type Values } from '../form/form-values.ts'
import { RecordForm } from '../form/record-form.tsx'
import { useLeaveGuard } from '../form/use-leave-guard.ts'
import { useSave } from '../form/use-save.ts'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { useProposalWords } from './proposal-words.ts'

type TrayFormProps = { item: GatheredWire; onEnd: () => void }

/** A new record that waits to be sent, in its form again; saved, it takes its place among the others. */
export function TrayForm({ item, onEnd }: TrayFormProps) {
  const say = useProposalWords()
  const { t, label } = useWords()
  const object = useObjectNamed(item.object)
  const { data, error, isPending } = useQuery(gatheredForm(item.record))
  if (object && data?.values) return <Opened {...{ object, item, onEnd }} values={data.values} titles={data.titles} />
  const trouble = error?.message ?? (isPending ? undefined : say('gathered.editGone'))
  const title = object ? t('form.createTitle', { name: label(object.label) }) : item.subject
  return (
    <Drawer open width={680} title={title} onClose={onEnd}>
      {isPending ? <Skeleton rows={6} /> : <Trouble text={trouble} />}
    </Drawer>
  )
}

type OpenedProps = TrayFormProps & { object: ObjectWire; values: Values; titles: Titles }

function Opened({ object, item, values: initial, titles, onEnd }: OpenedProps) {
  const { t, label } = useWords()
  const [form] = Form.useForm<Values>()
  const [values, setValues] = useState(initial)
  const guard = useLeaveGuard(Object.keys(changesOf(object, initial, { ...initial, ...values })).length > 0)
  const saving = useSave({
    object,
    form,
    key: item.record,
    make: async (patch) => {
      await putBack(object, item.record, patch)
      return { ...unmade(item.record), proposed: gatheredMark }
    },
    onSaved: () => {
      guard.open()
      onEnd()
    },
  })
  const close = async (): Promise<void> => {
    if (await guard.ask()) onEnd()
  }
  const foot = (
    <div className="form-foot">
      <Trouble text={saving.error} />
      <Button onClick={() => void close()}>{t('action.cancel')}</Button>
      <Button look="primary" busy={saving.isPending} onClick={() => form.submit()} title="Ctrl+Enter">
        {t('action.save')}
      </Button>
    </div>
  )
  const title = t('form.createTitle', { name: label(object.label) })
  return (
    <Drawer open width={680} title={title} onClose={() => void close()} foot={foot}>
      <RecordForm
        form={form}
        object={object}
        initial={initial}
        titles={titles}
        onChange={setValues}
        onSubmit={() => saving.save(changesOf(object, {}, { ...initial, ...form.getFieldsValue() }))}
      />
    </Drawer>
  )
}
