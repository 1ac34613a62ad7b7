import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sendFile } from '../../api/files.ts'
import { toastError } from '../toast.tsx'

/** Sends files up at once, and hands over their ids. */
export function useSendFiles(onSent: (ids: readonly string[]) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (files: readonly File[]) => Promise.all(files.map(sendFile)),
    onError: toastError,
    onSuccess: (sent) => {
      for (const file of sent) client.setQueryData(['title', file.id], file.name)
      onSent(sent.map(({ id }) => id))
    },
  })
}
