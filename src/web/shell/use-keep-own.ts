import { useQueryClient } from '@tanstack/react-query'
import { type OwnSettings, saveOwnSettings, sessionQuery } from '../api/session.ts'
import { toastError } from '../ui/toast.tsx'

/** Keeps what somebody sets for oneself: seen at once, on the server in a moment. */
export function useKeepOwn(): (own: Pick<OwnSettings, 'tour' | 'views'>) => void {
  const client = useQueryClient()
  return (own) => {
    client.setQueryData(sessionQuery.queryKey, (was) => {
      if (!was) return was
      const views = Object.entries({ ...was.user.views, ...own.views })
      const kept = Object.fromEntries(views.flatMap(([name, view]) => (view === null ? [] : [[name, view]])))
      return { ...was, user: { ...was.user, tour: own.tour ?? was.user.tour, views: kept } }
    })
    saveOwnSettings(own).catch((error: unknown) => {
      toastError(error)
      void client.invalidateQueries(sessionQuery)
    })
  }
}
