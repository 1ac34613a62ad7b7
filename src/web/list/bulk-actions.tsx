import { PencilLine, Trash2, UserRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { useDelete } from './use-delete.ts'

const BulkChange = lazy(() => import('./bulk-change.tsx').then((part) => ({ default: part.BulkChange })))

export type BulkActionsProps = { object: ObjectWire; ids: readonly string[]; onDone: () => void }

export function BulkActions({ object, ids, onDone }: BulkActionsProps) {
  const { t, label } = useWords()
  const [changing, setChanging] = useState<{ field?: string }>()
  const remove = useDelete(object)
  const holder = object.fields.find((field) => field.kind === 'user' && !field.readOnly)
  const mayChange = object.can.includes('update')
  const destroy = async (): Promise<void> => {
    if (await remove(ids)) onDone()
  }
  return (
    <>
      {mayChange && holder && (
        <Button small icon={UserRound} onClick={() => setChanging({ field: holder.name })}>
          {t('bulk.assign', { name: label(holder.label) })}
        </Button>
      )}
      {mayChange && (
        <Button small icon={PencilLine} onClick={() => setChanging({})}>
          {t('bulk.change')}
        </Button>
      )}
      {object.can.includes('delete') && (
        <Button small danger icon={Trash2} onClick={() => void destroy()}>
          {t('action.delete')}
        </Button>
      )}
      <Suspense fallback={null}>
        {changing && (
          <BulkChange object={object} ids={ids} onDone={onDone} {...changing} onClose={() => setChanging(undefined)} />
        )}
      </Suspense>
    </>
  )
}
