import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const component = lazyRouteComponent(() => import('./dashboards-page.tsx'), 'DashboardsPage')

const dashboardsRoute = createRoute({ getParentRoute: () => appRoute, path: '/dashboards', component })
const dashboardRoute = createRoute({ getParentRoute: () => appRoute, path: '/dashboards/$id', component })

/** Charts that were put together. */
export const dashboardRoutes = [dashboardsRoute, dashboardRoute] as const
