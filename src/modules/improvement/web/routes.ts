import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const suggestionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/suggestions',
  component: lazyRouteComponent(() => import('./suggestions-page.tsx'), 'SuggestionsPage'),
})

/** The suggestion box. */
export const improvementRoutes = [suggestionsRoute] as const
