import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'
import { readMergeSearch } from './merge-search.ts'

const duplicatesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/duplicates',
  component: lazyRouteComponent(() => import('./duplicates-page.tsx'), 'DuplicatesPage'),
})

const mergeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/duplicates/$path/merge',
  validateSearch: readMergeSearch,
  component: lazyRouteComponent(() => import('./merge-page.tsx'), 'MergePage'),
})

/** Records that may be one, and joining them. */
export const duplicateRoutes = [duplicatesRoute, mergeRoute] as const
