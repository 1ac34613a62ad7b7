import { useQueryClient } from '@tanstack/react-query'
import type { ObjectWire } from '#shared/wire'
import { type BulkResult, deleteMany, deleteRecord, refresh, restoreRecord } from '../api/records.ts'
import { useProposed } from '../proposal/use-proposed.ts'
import { confirm } from '../ui/confirm.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'

type Deleted = Pick<BulkResult, 'changed' | 'failed' | 'request'> & { proposed?: string | number }

/** Deletes records after a question, and offers to take it back. True when they are gone; what waits for somebody else is not. */
export function useDelete(object: ObjectWire): (ids: readonly string[]) => Promise<boolean> {
  const { t, label, labelOfMany } = useWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  const undo = async (ids: readonly string[]): Promise<void> => {
    let proposed = 0
    for (const id of ids) if ((await restoreRecord(object, id)).proposed) proposed++
    refresh(client, object.name, ids)
    tell(proposed)
    if (proposed < ids.length) toast({ text: t('bulk.restored', { count: ids.length - proposed }) })
  }
  return async (ids) => {
    const count = ids.length
    const question = {
      title: t('delete.title', { count, name: count === 1 ? label(object.label) : labelOfMany(object.label) }),
      text: t('delete.text'),
      action: t('action.delete'),
      danger: true,
    }
    if (!(await confirm(question))) return false
    try {
      const [only] = ids
      const result: Deleted = count === 1 && only ? await deleteOne(object, only) : await deleteMany(object, ids)
      refresh(client, object.name)
      tell(result.request ?? result.proposed)
      if (result.changed === 0 && result.failed.length === 0) return false
      const gone = ids.filter((id) => !result.failed.some((one) => one.id === id))
      toast({
        text: result.failed.length
          ? t('bulk.partly', { changed: result.changed, failed: result.failed.length })
          : t('delete.done', { count: result.changed }),
        // What waits has not gone, and cannot be told from what has.
        action: result.proposed ? undefined : { label: t('action.undo'), run: () => void undo(gone).catch(toastError) },
      })
      return true
    } catch (error) {
      toastError(error)
      return false
    }
  }
}

async function deleteOne(object: ObjectWire, id: string): Promise<Deleted> {
  const proposed = await deleteRecord(object, id)
  return { changed: proposed ? 0 : 1, proposed, failed: [] }
}
