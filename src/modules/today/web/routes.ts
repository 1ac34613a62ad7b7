import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'
import { readTodaySearch } from './today-search.ts'

const todayRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/today',
  validateSearch: readTodaySearch,
  component: lazyRouteComponent(() => import('./today-page.tsx'), 'TodayPage'),
})

/** The page that the day begins with. */
export const todayRoutes = [todayRoute] as const
