import { useQueryClient } from '@tanstack/react-query'
import { type LucideIcon, PencilLine, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { deleteRecord, refresh, restoreRecord } from '../../../web/api/records.ts'
import { InPlaceForm, type InPlaceFormProps } from '../../../web/form/in-place-form.tsx'
import { useProposed } from '../../../web/proposal/use-proposed.ts'
import { IconButton } from '../../../web/ui/button.tsx'
import { confirm } from '../../../web/ui/confirm.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'

type InPlaceLineProps = {
  object: ObjectWire
  record: RecordAnswer
  /** What may be changed of it; none = nothing. */
  fields: readonly string[]
  /** What changing it says by itself. */
  fixed?: InPlaceFormProps['fixed']
  changeIcon?: LucideIcon
  words: { change: string; remove: string; removeText: string }
  /** Over by now: it is kept to be looked at. */
  isEnded?: boolean
  /** Follows a change that was made here, and a removal. */
  onChanged?: () => void
  children: ReactNode
}

/** A record as one line, with the ways to change it and to take it back where it stands. */
export function InPlaceLine({
  object,
  record,
  fields,
  fixed,
  changeIcon = PencilLine,
  words,
  isEnded,
  onChanged,
  children,
}: InPlaceLineProps) {
  const [isEditing, setEditing] = useState(false)
  const remove = useTakeBack(object, record, { words, onChanged })
  if (isEditing)
    return (
      <li>
        <InPlaceForm
          object={object}
          record={record}
          fields={fields}
          fixed={fixed}
          label={words.change}
          onSaved={onChanged}
          onEnd={() => setEditing(false)}
        />
      </li>
    )
  return (
    <li className={isEnded ? 'in-place-line in-place-ended' : 'in-place-line'}>
      {children}
      {record.can.includes('update') && fields.length > 0 && (
        <IconButton icon={changeIcon} size={14} label={words.change} onClick={() => setEditing(true)} />
      )}
      {record.can.includes('delete') && (
        <IconButton icon={X} size={15} label={words.remove} onClick={() => void remove()} />
      )}
    </li>
  )
}

/** Takes a right back after a question that says what follows, and offers to undo it. */
function useTakeBack(
  object: ObjectWire,
  { id }: RecordAnswer,
  { words, onChanged }: Pick<InPlaceLineProps, 'words' | 'onChanged'>,
) {
  const { t } = useWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  const undo = async (): Promise<void> => {
    const { proposed } = await restoreRecord(object, id)
    refresh(client, object.name, [id])
    tell(proposed)
  }
  return async (): Promise<void> => {
    const question = { title: words.remove, text: words.removeText, action: words.remove, danger: true }
    if (!(await confirm(question))) return
    try {
      const proposed = await deleteRecord(object, id)
      refresh(client, object.name)
      onChanged?.()
      if (tell(proposed)) return
      toast({
        text: t('delete.done', { count: 1 }),
        action: { label: t('action.undo'), run: () => void undo().catch(toastError) },
      })
    } catch (error) {
      toastError(error)
    }
  }
}
