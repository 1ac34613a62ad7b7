import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../web/app-route.tsx'

const confirmRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm',
  component: lazyRouteComponent(() => import('./confirm-page.tsx'), 'ConfirmPage'),
})

/** Where customers confirm their data, without signing in. */
export const confirmationRoutes = [confirmRoute] as const
