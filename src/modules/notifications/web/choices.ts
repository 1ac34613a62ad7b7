import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { NoticeChoice, NoticeChoices, NoticeKind } from '#shared/notice-kinds'
import { request } from '../../../web/api/request.ts'
import { toastError } from '../../../web/ui/toast.tsx'

export type Choices = { choices: NoticeChoices; mail: 'ready' | 'not_set_up' | 'no_address' }

export const choicesQuery = queryOptions({
  queryKey: ['account', 'notices'],
  queryFn: ({ signal }) => request<Choices>('GET', '/notification-settings', { signal }),
})

/** Chooses how one is told of a kind; it stands at once. */
export function useChoose() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, choice }: { kind: NoticeKind; choice: NoticeChoice }) =>
      request<Choices>('PATCH', '/notification-settings', { body: { [kind]: choice } }),
    onMutate: ({ kind, choice }) => {
      client.setQueryData(
        choicesQuery.queryKey,
        (was) => was && { ...was, choices: { ...was.choices, [kind]: choice } },
      )
    },
    onError: (error) => {
      toastError(error)
      void client.invalidateQueries(choicesQuery)
    },
  })
}
