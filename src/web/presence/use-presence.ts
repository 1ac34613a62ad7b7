import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ObjectWire } from '#shared/wire'
import { request } from '../api/request.ts'
import { sessionQuery } from '../api/session.ts'
import { openPages } from './leaving.ts'

export type Other = { id: string; name: string; writes: boolean }

const sayMs = 10_000
/** Who has typed nothing for so long is reading again. */
const writingMs = 12_000

const page = crypto.randomUUID()

/** Says that this page has a record open, and tells who else has; the stream of changes tells when to look again. */
export function usePresence(object: ObjectWire, id: string): readonly Other[] {
  const client = useQueryClient()
  const typedAt = useRef(Number.NEGATIVE_INFINITY)
  const isLeft = useRef(false)
  const { data } = useQuery({
    queryKey: ['presence', object.name, id],
    queryFn: async () => {
      isLeft.current = false
      const state = Date.now() - typedAt.current < writingMs ? 'writes' : 'reads'
      return (await say(object, id, state)).others
    },
    // Whoever may no longer see it has nothing to say there.
    refetchInterval: ({ state }) => (state.status === 'error' ? false : sayMs),
    retry: false,
    gcTime: 0,
  })
  useEffect(() => {
    const key = ['presence', object.name, id]
    const note = ({ target }: Event): void => {
      if (!(target instanceof Element) || !target.closest('.file, .ant-drawer')) return
      const began = Date.now() - typedAt.current >= writingMs
      typedAt.current = Date.now()
      if (began) void client.invalidateQueries({ queryKey: key })
    }
    const leave = async (): Promise<void> => {
      // Whoever is no longer signed in has nothing to say.
      if (isLeft.current || !client.getQueryData(sessionQuery.queryKey)) return
      isLeft.current = true
      await say(object, id, 'gone').catch(() => undefined)
    }
    const turn = (): void => {
      if (document.hidden) void leave()
      else void client.invalidateQueries({ queryKey: key })
    }
    document.addEventListener('input', note)
    document.addEventListener('visibilitychange', turn)
    window.addEventListener('pagehide', leave)
    openPages.add(leave)
    return () => {
      document.removeEventListener('input', note)
      document.removeEventListener('visibilitychange', turn)
      window.removeEventListener('pagehide', leave)
      openPages.delete(leave)
      void leave()
    }
  }, [client, object, id])
  return data ?? []
}

function say(
  { path }: ObjectWire,
  id: string,
  state: 'reads' | 'writes' | 'gone',
): Promise<{ others: readonly Other[] }> {
  // Whoever leaves says so while the page goes away.
  return request('POST', '/presence', { body: { object: path, id, page, state }, keepalive: state === 'gone' })
}
