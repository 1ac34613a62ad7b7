import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const keyingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/keying',
  component: lazyRouteComponent(() => import('./keying-page.tsx'), 'KeyingPage'),
})

/** What somebody is to key again without having seen it. */
export const keyingRoutes = [keyingRoute] as const
