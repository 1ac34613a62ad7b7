import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const indicatorsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/indicators',
  component: lazyRouteComponent(() => import('./indicators-page.tsx'), 'IndicatorsPage'),
})

/** What everybody's work comes to. */
export const indicatorRoutes = [indicatorsRoute] as const
