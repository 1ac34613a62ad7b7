import { auditRow, requireDuty, requireFreshProof } from '#kernel'
import {
  changedSsoSettings,
  readSsoSettings,
  ssoSettingName,
  ssoSettingsPatch,
  ssoSettingsView,
  writeSsoSettings,
} from '#modules/staff'
import { AppError } from '#shared/app-error'
import { isThisComputer } from '../outbound/guarded-fetch.ts'
import type { SsoClients } from '../sign-in/sso-client.ts'
import { type Route, route } from './route.ts'

/** By whose word people may come in. */
export function ssoSettingsRoutes({ sso }: { sso: SsoClients }): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/api/sso-settings',
      status: 200,
      answer: ssoSettingsView,
      summary: { zh: '单点登录设置', en: 'Settings of single sign-on' },
      handle: async ({ ctx, kernel }) => {
        requireDuty(ctx, 'settings')
        const settings = await readSsoSettings(kernel.db)
        await kernel.audit.write(
          auditRow(ctx, { action: 'read', object: 'setting', detail: { setting: ssoSettingName } }),
        )
        return settings
      },
    }),
    route({
      method: 'PATCH',
      url: '/api/sso-settings',
      status: 200,
      body: ssoSettingsPatch,
      answer: ssoSettingsView,
      summary: { zh: '更改单点登录设置', en: 'Change the settings of single sign-on' },
      handle: async ({ ctx, kernel, body }) => {
        requireDuty(ctx, 'settings')
        requireFreshProof(ctx)
        const settings = await changedSsoSettings(kernel, body)
        const { issuer, clientId } = settings
        if (issuer && !isIssuer(issuer)) throw new AppError(422, 'access.sso_issuer')
        if (issuer && clientId)
          await sso.check(settings).catch((cause: unknown) => {
            throw new AppError(422, 'access.sso_unreachable', { params: { issuer }, cause })
          })
        await writeSsoSettings(kernel, settings)
        const { secret: _, ...plain } = body
        const facts = { action: 'configure', object: 'setting', fields: Object.keys(body) } as const
        await kernel.audit.write(
          auditRow(ctx, { ...facts, detail: { setting: ssoSettingName, to: JSON.stringify(plain) } }),
        )
        return readSsoSettings(kernel.db)
      },
    }),
  ]
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.search || url.hash || url.username || url.password) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisComputer(url))
}
