import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../../web/app-route.tsx'

const signInSettingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/sign-in',
  component: lazyRouteComponent(() => import('./sign-in-settings-page.tsx'), 'SignInSettingsPage'),
})

/** How the company lets its people in. */
export const staffRoutes = [signInSettingsRoute] as const
