import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ObjectWire } from '#shared/wire'
import { fieldOf, useObjects } from '../../../web/api/definitions.ts'
import { useProposed } from '../../../web/proposal/use-proposed.ts'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import { readAnew, type Undone, undoMerge } from './duplicates.ts'
import { useDuplicateWords } from './words.ts'

/** Takes a merge back, and tells what stays because it has changed since. */
export function useUndoMerge(object: ObjectWire) {
  const t = useDuplicateWords()
  const { label, labelOfMany } = useWords()
  const objects = useObjects()
  const client = useQueryClient()
  const { tell } = useProposed()
  const told = ({ fields, records }: Undone): string[] => [
    ...fields.flatMap((name) => {
      const field = fieldOf(object, name)
      return field ? [label(field.label)] : []
    }),
    ...records.flatMap(({ object: name, count }) => {
      const one = objects.find((each) => each.name === name)
      return one ? [t('countOf', { name: labelOfMany(one.label), count })] : []
    }),
  ]
  return useMutation({
    mutationFn: undoMerge,
    onError: toastError,
    onSuccess: (undone) => {
      readAnew(client)
      const stayed = told(undone)
      toast({ text: stayed.length ? t('stayed', { what: stayed.join(' · ') }) : t('undone') })
      tell(undone.proposed ?? undefined)
    },
  })
}
