import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const gradingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/grading',
  component: lazyRouteComponent(() => import('./grading-page.tsx'), 'GradingPage'),
})

/** By which rules customers are graded. */
export const gradingRoutes = [gradingRoute] as const
