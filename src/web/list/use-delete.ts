import { useQueryClient } from '@tanstack/react-query'
import type { ObjectWire } from '#shared/wire'
import { deleteMany, deleteRecord, refresh, restoreRecord } from '../api/records.ts'
import { confirm } from '../ui/confirm.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'

/** Deletes records after a question, and offers to take it back. True when they are gone. */
export function useDelete(object: ObjectWire): (ids: readonly string[]) => Promise<boolean> {
  const { t, label } = useWords()
  const client = useQueryClient()
  const undo = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await restoreRecord(object, id)
    refresh(client, object.name, ids)
    toast({ text: t('bulk.restored', { count: ids.length }) })
  }
  return async (ids) => {
    const count = ids.length
    const question = {
      title: t('delete.title', { count, name: label(object.label) }),
      text: t('delete.text'),
      action: t('action.delete'),
      danger: true,
    }
    if (!(await confirm(question))) return false
    try {
      const [only] = ids
      const result =
        count === 1 && only
          ? await deleteRecord(object, only).then(() => ({ changed: 1, failed: [] }))
          : await deleteMany(object, ids)
      const gone = ids.filter((id) => !result.failed.some((one) => one.id === id))
      refresh(client, object.name)
      toast({
        text: result.failed.length
          ? t('bulk.partly', { changed: result.changed, failed: result.failed.length })
          : t('delete.done', { count: result.changed }),
        action: { label: t('action.undo'), run: () => void undo(gone).catch(toastError) },
      })
      return true
    } catch (error) {
      toastError(error)
      return false
    }
  }
}
