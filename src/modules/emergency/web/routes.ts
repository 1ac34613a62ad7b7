import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const emergencyRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/emergency',
  component: lazyRouteComponent(() => import('./emergency-page.tsx'), 'EmergencyPage'),
})

const settingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/emergency',
  component: lazyRouteComponent(() => import('./setting-page.tsx'), 'SettingPage'),
})

/** Reading a file in an emergency, and whether that is allowed. */
export const emergencyRoutes = [emergencyRoute, settingRoute] as const
