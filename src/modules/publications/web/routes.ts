import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const readingListRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reading',
  component: lazyRouteComponent(() => import('./reading-list-page.tsx'), 'ReadingListPage'),
})

const readingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reading/$id',
  component: lazyRouteComponent(() => import('./reading-page.tsx'), 'ReadingPage'),
})

const dutiesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/duties',
  validateSearch: (search: Record<string, unknown>): { post?: string } =>
    typeof search.post === 'string' ? { post: search.post } : {},
  component: lazyRouteComponent(() => import('./duties-page.tsx'), 'DutiesPage'),
})

/** What is published, for its readers. */
export const publicationRoutes = [readingListRoute, readingRoute, dutiesRoute] as const
