import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'
import { readInboxSearch } from './inbox-search.ts'
import { readTodaySearch } from './today-search.ts'

const todayRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/today',
  validateSearch: readTodaySearch,
  component: lazyRouteComponent(() => import('./today-page.tsx'), 'TodayPage'),
})

const inboxRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
})

/** The page that the day begins with, and the one with all that waits. */
export const todayRoutes = [todayRoute, inboxRoute] as const
