import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const rolesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/roles',
  component: lazyRouteComponent(() => import('./roles-page.tsx'), 'RolesPage'),
})

const newRoleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/roles/new',
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } => ({
    from: typeof from === 'string' ? from : undefined,
  }),
  component: lazyRouteComponent(() => import('./new-role-page.tsx'), 'NewRolePage'),
})

const roleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/roles/$id',
  component: lazyRouteComponent(() => import('./role-page.tsx'), 'RolePage'),
})

const absenceRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/absence',
  component: lazyRouteComponent(() => import('./absence-page.tsx'), 'AbsencePage'),
})

/** Who may what: roles, and who stands in for whom. */
export const accessRoutes = [rolesRoute, newRoleRoute, roleRoute, absenceRoute] as const
