import { en as accessEn } from '../../modules/access/web/locales/en.ts'
import { zh as accessZh } from '../../modules/access/web/locales/zh.ts'
import { en as emergencyEn } from '../../modules/emergency/web/locales/en.ts'
import { zh as emergencyZh } from '../../modules/emergency/web/locales/zh.ts'
import { en as notificationsEn } from '../../modules/notifications/web/locales/en.ts'
import { zh as notificationsZh } from '../../modules/notifications/web/locales/zh.ts'
import { en as staffEn } from '../../modules/staff/web/locales/en.ts'
import { zh as staffZh } from '../../modules/staff/web/locales/zh.ts'
import { en as todayEn } from '../../modules/today/web/locales/en.ts'
import { zh as todayZh } from '../../modules/today/web/locales/zh.ts'

/** Words that modules bring. A new module adds its own to both. */
export const zhOfModules = { ...accessZh, ...emergencyZh, ...notificationsZh, ...staffZh, ...todayZh } as const

export const enOfModules = { ...accessEn, ...emergencyEn, ...notificationsEn, ...staffEn, ...todayEn }
