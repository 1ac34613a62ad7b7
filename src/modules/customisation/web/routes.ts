import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const objectsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/objects',
  component: lazyRouteComponent(() => import('./objects-page.tsx'), 'ObjectsPage'),
})

const newObjectRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/new-object',
  component: lazyRouteComponent(() => import('./new-object-page.tsx'), 'NewObjectPage'),
})

const objectTabs = ['layout', 'needs', 'verify', 'approvals', 'numbers', 'classes'] as const
type ObjectTab = (typeof objectTabs)[number]

const objectRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/objects/$name',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: ObjectTab } => ({
    tab: objectTabs.find((one) => one === tab),
  }),
  component: lazyRouteComponent(() => import('./object-page.tsx'), 'ObjectPage'),
})

const newFieldRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/objects/$name/new-field',
  component: lazyRouteComponent(() => import('./field-page.tsx'), 'NewFieldPage'),
})

const fieldRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/objects/$name/fields/$id',
  component: lazyRouteComponent(() => import('./field-page.tsx'), 'FieldPage'),
})

const listsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/value-lists',
  component: lazyRouteComponent(() => import('./lists-page.tsx'), 'ListsPage'),
})

const listRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/value-lists/$object/$field',
  component: lazyRouteComponent(() => import('./list-page.tsx'), 'ValueListPage'),
})

const modulesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/modules',
  component: lazyRouteComponent(() => import('./modules-page.tsx'), 'ModulesPage'),
})

/** What a company defines for itself: objects, fields, layouts and value lists. */
export const customisationRoutes = [
  objectsRoute,
  newObjectRoute,
  objectRoute,
  newFieldRoute,
  fieldRoute,
  listsRoute,
  listRoute,
  modulesRoute,
] as const
