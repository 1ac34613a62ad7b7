import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { keepRecord } from '../api/records.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { changesOf, type Values } from './form-values.ts'
import { InPlaceField } from './in-place-field.tsx'
import { StaleDialog } from './stale-dialog.tsx'
import { useSave } from './use-save.ts'
import '../file/in-place.css'

export type InPlaceFormProps = {
  object: ObjectWire
  /** Absent: a new record. */
  record?: RecordAnswer
  /** Which are asked for; it may follow from what was typed. */
  fields: readonly string[] | ((typed: Values) => readonly string[])
  /** What the place decides by itself, such as whose a new record is; it may follow from what was typed. */
  fixed?: Values | ((typed: Values) => Values)
  start?: Values
  label: string
  /** Stands above the inputs. */
  head?: ReactNode
  /** Stands below them, and follows what is chosen in them. */
  foot?: (values: Values) => ReactNode
  onSaved?: () => void
  onEnd: () => void
}

/** A few fields of a record where it stands, without leaving the page; Enter in a line saves, Escape leaves. */
export function InPlaceForm({
  object,
  record,
  fields,
  fixed,
  start,
  label: name,
  head,
  foot,
  onSaved,
  onEnd,
}: InPlaceFormProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const [opened] = useState(record)
  const [values, setValues] = useState<Values>(record ?? start ?? {})
  const key = useRef(crypto.randomUUID())
  const saving = useSave({
    object,
    record: opened,
    key: key.current,
    onSaved: (saved) => {
      keepRecord(client, object, saved)
      onSaved?.()
      onEnd()
    },
  })
  const asked = typeof fields === 'function' ? fields(values) : fields
  const shown = asked.flatMap((field) => fieldOf(object, field) ?? [])
  const save = (): void => {
    const typed = Object.fromEntries(shown.map((field) => [field.name, values[field.name]]))
    saving.save({ ...changesOf(object, opened ?? {}, typed), ...(typeof fixed === 'function' ? fixed(typed) : fixed) })
  }
  const leaveByKey = ({ key, defaultPrevented, target, currentTarget }: KeyboardEvent): void => {
    // What pops up over the page from it is left by itself.
    const isWithin = target instanceof Node && currentTarget.contains(target)
    if (key === 'Escape' && isWithin && !defaultPrevented) onEnd()
  }
  const isPlaced = saving.errors.some(({ path }) => asked.includes(path))
  return (
    <form
      className="in-place"
      aria-label={name}
      onKeyDown={leaveByKey}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {head}
      <div className="in-place-fields">
        {shown.map((field) => (
          <InPlaceField
            key={field.name}
            field={field}
            value={values[field.name]}
            titles={opened?.titles}
            trouble={saving.errorAt(field.name)}
            onChange={(value) => setValues((was) => ({ ...was, [field.name]: value }))}
          />
        ))}
      </div>
      {foot?.(values)}
      <Trouble text={isPlaced ? undefined : saving.error} />
      <div className="in-place-actions">
        <Button look="primary" submit busy={saving.isPending}>
          {t('action.save')}
        </Button>
        <Button onClick={onEnd}>{t('action.cancel')}</Button>
      </div>
      <StaleDialog object={object} stale={saving.stale} onSettle={saving.settle} onCancel={saving.cancelStale} />
    </form>
  )
}
