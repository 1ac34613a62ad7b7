import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ObjectWire } from '#shared/wire'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { sayApart } from './duplicates.ts'
import { useDuplicateWords } from './words.ts'

/** Says that two records are two, with a way back at hand; or takes that back. */
export function useSayApart(object: ObjectWire) {
  const t = useDuplicateWords()
  const client = useQueryClient()
  const readAgain = () => client.invalidateQueries({ queryKey: ['list', object.name] })
  return useMutation({
    mutationFn: (said: Parameters<typeof sayApart>[1]) => sayApart(object, said),
    onError: toastError,
    onSuccess: async (_, said) => {
      await readAgain()
      if (!said.apart) return
      const back = (): void => {
        sayApart(object, { ...said, apart: false }).then(readAgain, toastError)
      }
      toast({ text: t('saidApart'), action: { label: t('undo'), run: back } })
    },
  })
}
