import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isUnknown, type VerificationWay } from '#shared/verification'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { keepRecord, refresh, verifyValue } from '../api/records.ts'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { useVerifyWords } from './verify-words.ts'

/** Keeps how somebody made sure of a value, and says so. */
export function useVerify(object: ObjectWire, record: RecordAnswer, field: FieldWire) {
  const t = useVerifyWords()
  const { label } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (how: VerificationWay) => verifyValue(object, record, { field: field.name, how }),
    onSuccess: (answer, how) => {
      keepRecord(client, object, answer)
      const words = { name: label(field.label), how: t(`ways.${how}`) }
      toast({ text: t(isUnknown(how) ? 'answered' : 'done', words) })
    },
    onError: (error) => {
      toastError(error)
      refresh(client, object.name, [record.id])
    },
  })
}
