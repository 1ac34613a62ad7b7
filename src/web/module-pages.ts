import { accessRoutes } from '../modules/access/web/routes.ts'
import { confirmationRoutes } from '../modules/confirmations/web/routes.ts'
import { customisationRoutes } from '../modules/customisation/web/routes.ts'
import { dashboardRoutes } from '../modules/dashboards/web/routes.ts'
import { keyingRoutes } from '../modules/double-entry/web/routes.ts'
import { duplicateRoutes } from '../modules/duplicates/web/routes.ts'
import { emergencyRoutes } from '../modules/emergency/web/routes.ts'
import { gradingRoutes } from '../modules/grading/web/routes.ts'
import { improvementRoutes } from '../modules/improvement/web/routes.ts'
import { indicatorRoutes } from '../modules/indicators/web/routes.ts'
import { notificationRoutes } from '../modules/notifications/web/routes.ts'
import { procedureRoutes } from '../modules/procedures/web/routes.ts'
import { publicationRoutes } from '../modules/publications/web/routes.ts'
import { reviewRoutes } from '../modules/reviews/web/routes.ts'
import { staffRoutes } from '../modules/staff/web/routes.ts'
import { todayRoutes } from '../modules/today/web/routes.ts'

/** Pages of modules, below the signed-in part of the application. A new module adds one line. */
export const modulePages = [
  ...accessRoutes,
  ...dashboardRoutes,
  ...customisationRoutes,
  ...duplicateRoutes,
  ...emergencyRoutes,
  ...gradingRoutes,
  ...improvementRoutes,
  ...keyingRoutes,
  ...indicatorRoutes,
  ...notificationRoutes,
  ...procedureRoutes,
  ...publicationRoutes,
  ...reviewRoutes,
  ...staffRoutes,
  ...todayRoutes,
] as const

/** Objects whose records have pages of a module's own instead of the generated ones. */
export const ownPages: Readonly<Record<string, '/settings/roles' | '/dashboards'>> = {
  roles: '/settings/roles',
  dashboards: '/dashboards',
}

/** Pages of modules for who has not signed in. */
export const openPages = [...confirmationRoutes] as const
