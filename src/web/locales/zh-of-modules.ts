import { zh as access } from '../../modules/access/web/locales/zh.ts'
import { zh as dashboards } from '../../modules/dashboards/web/locales/zh.ts'
import { zh as emergency } from '../../modules/emergency/web/locales/zh.ts'
import { zh as notifications } from '../../modules/notifications/web/locales/zh.ts'
import { zh as staff } from '../../modules/staff/web/locales/zh.ts'
import { zh as today } from '../../modules/today/web/locales/zh.ts'

/** Words that modules bring. A new module adds its own in both languages. */
export const zhOfModules = { ...access, ...dashboards, ...emergency, ...notifications, ...staff, ...today } as const
