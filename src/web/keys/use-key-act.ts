import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keysQuery } from '../api/keys.ts'
import { sessionQuery } from '../api/session.ts'
import { toastError } from '../ui/toast.tsx'

/** Something done with keys; afterwards the page and what is left to do about them are asked for again. */
export function useKeyAct<Answer>(act: () => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onError: toastError,
    onSettled: () =>
      Promise.all([keysQuery, sessionQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  })
}
