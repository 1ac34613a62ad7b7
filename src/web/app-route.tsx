import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { definitionsQuery } from './api/definitions.ts'
import { queryClient } from './api/query-client.ts'
import { sessionQuery } from './api/session.ts'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { Shell } from './shell/shell.tsx'
import { showLocale } from './words/words.ts'

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: LostPage })

/** Everything that needs a signed-in user. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (!session)
      throw redirect({ to: '/sign-in', search: { back: location.href === '/' ? undefined : location.href } })
    showLocale(session.user.locale)
  },
  loader: () => queryClient.ensureQueryData(definitionsQuery),
  component: Shell,
})

function LostPage() {
  return (
    <main>
      <NotFoundPage />
    </main>
  )
}
