import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import { refresh } from '../api/records.ts'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'

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
    if (object) void navigate({ to: '/o/$path/$id', params: { path: object.path, id } })
  }
  const showAll = (): void => {
    if (object) void navigate({ to: '/o/$path', params: { path: object.path } })
  }
  /** `proposed`: the change request, or how many there are. False where nothing waits, so that it is told as done. */
  const tell = (proposed: string | number | undefined): boolean => {
    if (!proposed) return false
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
