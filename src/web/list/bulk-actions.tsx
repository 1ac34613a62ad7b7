import { ListChecks, PencilLine, Trash2, UserRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { useDelete } from './use-delete.ts'

const BulkChange = lazy(() => import('./bulk-change.tsx').then((part) => ({ default: part.BulkChange })))

const DecideTogether = lazy(() =>
  import('../proposal/decide-together.tsx').then((part) => ({ default: part.DecideTogether })),
)

export type BulkActionsProps = { object: ObjectWire; ids: readonly string[]; onDone: () => void }

export function BulkActions({ object, ids, onDone }: BulkActionsProps) {
  const { t, label } = useWords()
  const [changing, setChanging] = useState<{ field?: string }>()
  const [isDeciding, setDeciding] = useState(false)
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
      {object.proposals && (
        <Button small icon={ListChecks} onClick={() => setDeciding(true)}>
          {t('proposal.together')}
        </Button>
      )}
      <Suspense fallback={null}>
        {isDeciding && <DecideTogether object={object} ids={ids} onClose={() => setDeciding(false)} onDone={onDone} />}
        {changing && (
          <BulkChange object={object} ids={ids} onDone={onDone} {...changing} onClose={() => setChanging(undefined)} />
        )}
      </Suspense>
    </>
  )
}
