import { useMutation } from '@tanstack/react-query'
import { ArchiveRestore } from 'lucide-react'
import { restoreRecord } from '../api/records.ts'
import { Button } from '../ui/button.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import type { BulkActionsProps } from './bulk-actions.tsx'

/** In the recycle bin: the way out of it. */
export function BinActions({ object, ids, onDone }: BulkActionsProps) {
  const { t } = useWords()
  const restore = useMutation({
    mutationFn: async () => {
      for (const id of ids) await restoreRecord(object, id)
    },
    onError: toastError,
    onSuccess: () => toast({ text: t('bulk.restored', { count: ids.length }) }),
    onSettled: onDone,
  })
  return (
    <Button small icon={ArchiveRestore} busy={restore.isPending} onClick={() => restore.mutate()}>
      {t('action.restore')}
    </Button>
  )
}
