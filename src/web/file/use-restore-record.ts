import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ObjectWire } from '#shared/wire'
import { binnedQuery, keepRecord, restoreRecord } from '../api/records.ts'
import { useProposed } from '../proposal/use-proposed.ts'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'

/** Takes a record out of the recycle bin, or asks for it. */
export function useRestoreRecord(object: ObjectWire) {
  const { t } = useWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  return useMutation({
    mutationFn: (id: string) => restoreRecord(object, id),
    onError: toastError,
    onSuccess: (record) => {
      if (tell(record.proposed)) return
      client.removeQueries({ queryKey: binnedQuery(object, record.id).queryKey, type: 'inactive' })
      keepRecord(client, object, record)
      toast({ text: t('bulk.restored', { count: 1 }) })
    },
  })
}
