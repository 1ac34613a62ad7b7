import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { type ChangesWire, decide, renew, type Verdict, withdraw } from '../api/change-requests.ts'
import { refresh } from '../api/records.ts'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { useProposed } from './use-proposed.ts'

type Act = { act: Verdict | 'renew' | 'withdraw'; grounds?: string }

export type Decision = ReturnType<typeof useDecision>

/** The acts on a change request. Whatever comes of one, the request and what it is about are read anew. */
export function useDecision({
  object,
  record,
  changes,
}: {
  object: ObjectWire
  record: RecordAnswer
  changes: ChangesWire
}) {
  const { t } = useWords()
  const client = useQueryClient()
  const { show } = useProposed()
  const { id } = record
  const acting = useMutation({
    mutationFn: async ({ act, grounds }: Act): Promise<void> => {
      if (act === 'withdraw') {
        await withdraw(object, id)
        toast({ text: t('proposal.withdrawn') })
      } else if (act === 'renew') {
        const { proposed } = await renew(object, id, grounds || undefined)
        toast({ text: t(proposed ? 'proposal.renewed' : 'proposal.renewedAtOnce') })
        if (proposed) show(proposed)
      } else {
        await decide(object, id, { verdict: act, hash: changes.hash, grounds: grounds || undefined })
        toast({ text: t(`proposal.done.${act}`) })
      }
    },
    onSettled: () => {
      refresh(client, object.name, [id])
      refresh(client, changes.object, [changes.record])
    },
  })
  return {
    decide: (verdict: Verdict, grounds: string) => acting.mutate({ act: verdict, grounds }),
    renew: (grounds: string) => acting.mutate({ act: 'renew', grounds }),
    withdraw: () => acting.mutate({ act: 'withdraw' }),
    isBusy: acting.isPending,
    trouble: acting.error?.message,
  }
}
