import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import { gatheredKey, gatheredMark } from '../api/gathered.ts'
import { refresh } from '../api/records.ts'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { showTray } from './tray-shown.ts'

/** The object whose records wait for a second person, where the reader sees any. */
export function useProposals(): ObjectWire | undefined {
  return useObjects().find((object) => object.proposals && object.can.includes('read'))
}

/** Says of a change that it waits for somebody else, and leads to it. */
export function useProposed() {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const object = useProposals()
  const show = (id: string): void => {
    if (id === gatheredMark) showTray(true)
    else if (object) void navigate({ to: '/o/$path/$id', params: { path: object.path, id } })
  }
  const showAll = (): void => {
    if (object) void navigate({ to: '/o/$path', params: { path: object.path } })
  }
  /** `proposed`: the change request, how many there are, or that it was put with others. False where nothing waits, so that it is told as done. */
  const tell = (proposed: string | number | undefined): boolean => {
    if (!proposed) return false
    if (proposed === gatheredMark) {
      void client.invalidateQueries({ queryKey: gatheredKey })
      toast({ text: t('proposal.gathered'), action: { label: t('proposal.show'), run: () => showTray(true) } })
      return true
    }
    if (object) refresh(client, object.name)
    const isOne = typeof proposed === 'string'
    const action = { label: t('proposal.show'), run: () => (isOne ? show(proposed) : showAll()) }
    toast({
      text: isOne ? t('proposal.waits') : t('proposal.waitMany', { count: proposed }),
      action: object && action,
    })
    return true
  }
  return { tell, show }
}
