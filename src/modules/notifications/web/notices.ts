import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ListWire, ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { changeMany, refresh } from '../../../web/api/records.ts'
import { request } from '../../../web/api/request.ts'
import { useTotal } from '../../../web/api/use-total.ts'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'

const unread = { readAt: { empty: true } } as const

/** The object of notices, for whoever gets any. */
export function useNotices(): ObjectWire | undefined {
  const object = useObjectNamed('notification')
  return object?.can.includes('read') ? object : undefined
}

export function useUnread(): number | undefined {
  const object = useNotices()
  return useTotal(object && { object, where: unread })
}

/** The notices of the page: those that nobody has read, or all. */
export const noticesOf = (which: 'unread' | 'all') => ({
  sort: '-at',
  ...(which === 'unread' ? { where: unread } : {}),
})

/** Marks notices as read, or as unread again. */
export function useMark(object: ObjectWire) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ ids, read }: { ids: readonly string[]; read: boolean }) => mark(object, ids, read),
    onSettled: () => refresh(client, object.name),
    onError: toastError,
  })
}

/** Marks all as read, says how many they were, and offers to take it back. */
export function useReadAll(object: ObjectWire) {
  const { t } = useWords()
  const client = useQueryClient()
  const { mutate: undo } = useMark(object)
  return useMutation({
    mutationFn: async () => {
      const ids = await unreadIds(object)
      await mark(object, ids, true)
      return ids
    },
    onSuccess: (ids) => {
      const action = { label: t('action.undo'), run: () => undo({ ids, read: false }) }
      toast({ text: t('notices.readAllDone', { count: ids.length }), action })
    },
    onSettled: () => refresh(client, object.name),
    onError: toastError,
  })
}

async function mark(object: ObjectWire, ids: readonly string[], read: boolean): Promise<void> {
  if (ids.length) await changeMany(object, ids, { readAt: read ? new Date().toISOString() : null })
}

const atOnce = 200
const most = 1_000

async function unreadIds(object: ObjectWire): Promise<string[]> {
  const ids: string[] = []
  let after: string | null | undefined
  while (after !== null && ids.length < most) {
    const query = { where: unread, sort: '-at', fields: 'at', limit: atOnce, after }
    const page = await request<ListWire>('GET', `/${object.path}`, { query })
    ids.push(...page.items.map(({ id }) => id))
    after = page.next
  }
  return ids
}
