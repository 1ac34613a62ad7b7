import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const reviewsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./reviews-page.tsx'), 'ReviewsPage'),
})

/** What waits for one's review, and the rounds and plans that one leads. */
export const reviewRoutes = [reviewsRoute] as const
