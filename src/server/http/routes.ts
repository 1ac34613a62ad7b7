import { type Module, startJob } from '#kernel'
import { confirmations } from '#modules/confirmations'
import { doubleEntry } from '#modules/double-entry'
import { exports } from '#modules/exports'
import { improving } from '#modules/improvement'
import { indicators } from '#modules/indicators'
import { labels } from '#modules/labels'
import { meetings } from '#modules/meetings'
import { procedures } from '#modules/procedures'
import { publications } from '#modules/publications'
import { reviews } from '#modules/reviews'
import type { Setup } from '../sign-in/setup.ts'
import { openSsoClients } from '../sign-in/sso-client.ts'
import { accessRoutes, recordAccessRoute } from './access-routes.ts'
import { apiKeyRoutes } from './api-key-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { changeRequestRoutes } from './change-request-routes.ts'
import { confirmationRoutes } from './confirmation-routes.ts'
import { definitionRoutes } from './definition-routes.ts'
import { deviceRoutes } from './device-routes.ts'
import { duplicateRoutes } from './duplicate-routes.ts'
import { emergencyRoutes } from './emergency-routes.ts'
import type { EnterSettings } from './enter.ts'
import { eventRoute } from './event-route.ts'
import { exportRoutes } from './export-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { foresightRoutes } from './foresight-routes.ts'
import { formDraftRoutes } from './form-draft-routes.ts'
import { gatheredRoutes } from './gathered-routes.ts'
import { importRoutes } from './import-routes.ts'
import { indicatorRoutes } from './indicator-routes.ts'
import { jobRoutes } from './job-routes.ts'
import { keyRoutes } from './key-routes.ts'
import { keyingRoutes } from './keying-routes.ts'
import { labelRoutes } from './label-routes.ts'
import { listRoutes } from './list-routes.ts'
import { lookRoutes } from './look-routes.ts'
import { mailRoutes } from './mail-routes.ts'
import { mergeRoutes } from './merge-routes.ts'
import { moduleRoutes } from './module-routes.ts'
import { notificationRoutes } from './notification-routes.ts'
import { openApiRoutes } from './openapi-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { passkeySignInRoutes } from './passkey-sign-in-routes.ts'
import { passwordLinkRoutes } from './password-link-routes.ts'
import { passwordRoutes } from './password-routes.ts'
import { presenceRoute } from './presence-route.ts'
import { printRoutes } from './print-routes.ts'
import { procedureRoutes } from './procedure-routes.ts'
import { publicationRoutes } from './publication-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { reportWeekRoutes } from './report-week-routes.ts'
import { reviewRoutes } from './review-routes.ts'
import type { Route } from './route.ts'
import { secondFactorRoutes } from './second-factor-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { setupRoutes } from './setup-routes.ts'
import { signInSettingsRoutes } from './sign-in-settings-routes.ts'
import { ssoIdentityRoutes } from './sso-identity-routes.ts'
import { ssoRoutes } from './sso-routes.ts'
import { ssoSettingsRoutes } from './sso-settings-routes.ts'
import { suggestionRoutes } from './suggestion-routes.ts'
import { workingDayRoutes } from './working-day-routes.ts'

export type RouteSettings = EnterSettings & { setup: Setup }

/** Every way into the server; fixed addresses first, records of any object last. */
export function allRoutes({ setup, ...entering }: RouteSettings): readonly Route[] {
  const { cache } = entering
  const sso = openSsoClients()
  const routes: readonly Route[] = [
    ...definitionRoutes,
    ...sessionRoutes({ ...entering, sso }),
    ...ssoRoutes({ ...entering, sso }),
    ...ssoIdentityRoutes(cache),
    ...passkeySignInRoutes(entering),
    ...passkeyRoutes(entering),
    ...deviceRoutes(cache),
    ...apiKeyRoutes(cache),
    ...setupRoutes({ ...entering, setup, startDemo: (ctx) => ctx.transaction((tx) => startJob(tx, 'demo', {})) }),
    ...fileRoutes,
    ...formDraftRoutes,
    ...gatheredRoutes,
    ...duplicateRoutes,
    ...mergeRoutes,
    ...importRoutes,
    ...routesOf(exports, exportRoutes),
    ...printRoutes,
    ...routesOf(labels, labelRoutes),
    ...routesOf(reviews, reviewRoutes),
    ...routesOf(publications, publicationRoutes),
    ...routesOf(improving, suggestionRoutes),
    ...routesOf(doubleEntry, keyingRoutes),
    ...routesOf(indicators, indicatorRoutes),
    ...routesOf(meetings, reportWeekRoutes),
    ...routesOf(procedures, procedureRoutes),
    ...routesOf(confirmations, confirmationRoutes),
    ...foresightRoutes,
    ...moduleRoutes,
    ...auditRoutes,
    ...accessRoutes,
    ...changeRequestRoutes,
    ...emergencyRoutes(cache),
    ...jobRoutes,
    ...keyRoutes,
    ...passwordRoutes(cache),
    ...passwordLinkRoutes(entering),
    ...signInSettingsRoutes,
    ...lookRoutes(),
    ...workingDayRoutes,
    ...mailRoutes,
    ...notificationRoutes,
    ...ssoSettingsRoutes({ sso }),
    ...secondFactorRoutes(cache),
    eventRoute,
    presenceRoute,
    ...openApiRoutes(() => routes),
    recordAccessRoute,
    ...listRoutes,
    ...recordRoutes,
  ]
  return routes
}

/** Routes that there are while a module is on, beside those of its records. */
function routesOf({ name }: Module, routes: readonly Route[]): readonly Route[] {
  return routes.map((each) => ({ ...each, module: name }))
}
