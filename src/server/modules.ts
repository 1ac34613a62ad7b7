import type { Module } from '#kernel'
import { access } from '#modules/access'
import { appraisals } from '#modules/appraisals'
import { completeness } from '#modules/completeness'
import { confirmations } from '#modules/confirmations'
import { customisation } from '#modules/customisation'
import { dashboards } from '#modules/dashboards'
import { demo } from '#modules/demo'
import { doubleEntry } from '#modules/double-entry'
import { duplicates } from '#modules/duplicates'
import { emergency } from '#modules/emergency'
import { encryption } from '#modules/encryption'
import { exports } from '#modules/exports'
import { grading } from '#modules/grading'
import { improving } from '#modules/improvement'
import { indicators } from '#modules/indicators'
import { labels } from '#modules/labels'
import { mail } from '#modules/mail'
import { meetings } from '#modules/meetings'
import { notifications } from '#modules/notifications'
import { officers } from '#modules/officers'
import { procedures } from '#modules/procedures'
import { publications } from '#modules/publications'
import { reports } from '#modules/reports'
import { reviews } from '#modules/reviews'
import { staff } from '#modules/staff'
import { standardObjects } from '#objects'
import { smtp } from './mail/smtp.ts'

/** Everything the product consists of; a module's line here and in `web/module-pages.ts` is all that ties it in. */
export const modules: readonly Module[] = [
  ...standardObjects,
  staff,
  access,
  emergency,
  duplicates,
  reports,
  reviews,
  publications,
  meetings,
  improving,
  doubleEntry,
  procedures,
  confirmations,
  dashboards,
  exports,
  labels,
  officers,
  notifications,
  demo,
  customisation,
  completeness,
  indicators,
  appraisals,
  grading,
  encryption,
  mail(smtp),
]
