import { useMutation } from '@tanstack/react-query'
import { ArchiveRestore } from 'lucide-react'
import { restoreRecord } from '../api/records.ts'
import { useProposed } from '../proposal/use-proposed.ts'
import { Button } from '../ui/button.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import type { BulkActionsProps } from './bulk-actions.tsx'

/** In the recycle bin: the way out of it. */
export function BinActions({ object, ids, onDone }: BulkActionsProps) {
  const { t } = useWords()
  const { tell } = useProposed()
  const restore = useMutation({
    mutationFn: async () => {
      let proposed = 0
      for (const id of ids) if ((await restoreRecord(object, id)).proposed) proposed++
      return proposed
    },
    onError: toastError,
    onSuccess: (proposed) => {
      tell(proposed)
      if (proposed < ids.length) toast({ text: t('bulk.restored', { count: ids.length - proposed }) })
    },
    onSettled: onDone,
  })
  return (
    <Button small icon={ArchiveRestore} busy={restore.isPending} onClick={() => restore.mutate()}>
      {t('action.restore')}
    </Button>
  )
}
