import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'
import { readNoticesSearch } from './notices-search.ts'

const notificationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/notifications',
  validateSearch: readNoticesSearch,
  component: lazyRouteComponent(() => import('./notifications-page.tsx'), 'NotificationsPage'),
})

const choicesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/account/notifications',
  component: lazyRouteComponent(() => import('./choices-page.tsx'), 'ChoicesPage'),
})

/** What the reader was told of, and how they are told. */
export const notificationRoutes = [notificationsRoute, choicesRoute] as const
