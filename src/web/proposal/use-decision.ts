import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import {
  answerAsker,
  askMaker,
  type ChangesWire,
  decide,
  handOver,
  renew,
  type SingleVerdict,
  withdraw,
} from '../api/change-requests.ts'
import { refresh } from '../api/records.ts'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { useProposalWords } from './proposal-words.ts'
import { useProposed } from './use-proposed.ts'

/** Whether others have to sign as well; whose signature fills several places is told the less of the two. */
const isOnWay = ({ step }: ChangesWire): boolean => step.place < step.of || step.left > 1

type Act =
  | { act: SingleVerdict; grounds?: string; fields?: readonly string[] }
  | { act: 'renew'; grounds?: string }
  | { act: 'withdraw' }
  | { act: 'ask'; words: string }
  | { act: 'answer'; words: string }
  | { act: 'handOver'; to: string }

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
  const say = useProposalWords()
  const client = useQueryClient()
  const { show } = useProposed()
  const { id } = record
  const acting = useMutation({
    mutationFn: async (asked: Act): Promise<void> => {
      if (asked.act === 'ask' || asked.act === 'answer') {
        await (asked.act === 'ask' ? askMaker : answerAsker)(object, id, asked.words)
        toast({ text: say(`did.${asked.act}`) })
      } else if (asked.act === 'handOver') {
        await handOver(object, id, asked.to)
        toast({ text: say('did.handOver') })
      } else if (asked.act === 'withdraw') {
        await withdraw(object, id)
        toast({ text: t('proposal.withdrawn') })
      } else if (asked.act === 'renew') {
        const { proposed } = await renew(object, id, asked.grounds || undefined)
        toast({ text: t(proposed ? 'proposal.renewed' : 'proposal.renewedAtOnce') })
        if (proposed) show(proposed)
      } else {
        const { act: verdict, grounds, fields } = asked
        await decide(object, id, { verdict, hash: changes.hash, grounds: grounds || undefined, fields })
        // What others are still to sign is not made yet.
        const isSigned = verdict === 'approve' && isOnWay(changes)
        toast({
          text: isSigned ? say('signed') : verdict === 'counter' ? say('countered') : t(`proposal.done.${verdict}`),
        })
      }
    },
    onSettled: () => {
      refresh(client, object.name, [id])
      const about = changes.parts.length ? changes.parts : [changes]
      for (const { object: name, record: one } of about) refresh(client, name, [one])
    },
  })
  return {
    decide: (verdict: SingleVerdict, grounds: string, fields?: readonly string[]) =>
      acting.mutate({ act: verdict, grounds, fields }),
    renew: (grounds: string) => acting.mutate({ act: 'renew', grounds }),
    ask: (words: string) => acting.mutateAsync({ act: 'ask', words }),
    answer: (words: string) => acting.mutate({ act: 'answer', words }),
    handOver: (to: string) => acting.mutate({ act: 'handOver', to }),
    withdraw: () => acting.mutate({ act: 'withdraw' }),
    isBusy: acting.isPending,
    trouble: acting.error?.message,
  }
}
