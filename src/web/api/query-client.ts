import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { hasStatus, Problem } from './problem.ts'
import { sessionQuery } from './session.ts'

let onSignedOut: () => void = () => undefined

/** What happens when the server no longer knows the session. */
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler
}

function noticeSignOut(error: unknown): void {
  if (!hasStatus(error, 401)) return
  const wasSignedIn = queryClient.getQueryData(sessionQuery.queryKey)
  if (!wasSignedIn) return
  queryClient.setQueryData(sessionQuery.queryKey, null)
  onSignedOut()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignOut }),
  mutationCache: new MutationCache({ onError: noticeSignOut }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && mayPass(error),
      // A server that restarts is back within a second or so; who waits longer is told, and asks again by a button.
      retryDelay: (count) => 400 * 2 ** count,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/** Until nothing that was asked for is on its way. */
export function whenAllRead(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (queryClient.isFetching()) return
      leave()
      resolve()
    }
    const leave = queryClient.getQueryCache().subscribe(look)
    look()
  })
}

/** Whether the same request may be answered in a moment. What took too long is not asked again without its reader's will. */
function mayPass(error: unknown): boolean {
  return !(error instanceof Problem) || (error.wire.status >= 500 && error.wire.code !== 'request.too_costly')
}
