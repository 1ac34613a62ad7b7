import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const casesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/cases',
  component: lazyRouteComponent(() => import('./cases-page.tsx'), 'CasesPage'),
})

const complianceRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/cases/compliance',
  component: lazyRouteComponent(() => import('./compliance-page.tsx'), 'CompliancePage'),
})

/** Where the cases of procedures stand. */
export const procedureRoutes = [casesRoute, complianceRoute] as const
