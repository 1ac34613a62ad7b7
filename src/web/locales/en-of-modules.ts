import { en as access } from '../../modules/access/web/locales/en.ts'
import { en as dashboards } from '../../modules/dashboards/web/locales/en.ts'
import { en as emergency } from '../../modules/emergency/web/locales/en.ts'
import { en as notifications } from '../../modules/notifications/web/locales/en.ts'
import { en as staff } from '../../modules/staff/web/locales/en.ts'
import { en as today } from '../../modules/today/web/locales/en.ts'

/** Words that modules bring. A new module adds its own in both languages. */
export const enOfModules = { ...access, ...dashboards, ...emergency, ...notifications, ...staff, ...today }
