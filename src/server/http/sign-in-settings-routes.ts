import { z } from 'zod'
import { auditRow, requireDuty, requireFreshProof, writeSetting } from '#kernel'
import { readSignInSettings, signInSettingName, signInSettings } from '#modules/staff'
import { AppError } from '#shared/app-error'
import { inNetworks, isNetwork } from '../sign-in/networks.ts'
import { type Route, route } from './route.ts'

// Without the defaults: what is not sent stays as it is.
const change = z.strictObject({
  passwords: signInSettings.shape.passwords.unwrap().optional(),
  secondFactor: signInSettings.shape.secondFactor.unwrap().optional(),
  networks: signInSettings.shape.networks.unwrap().optional(),
})

/** How the company lets its people in. */
export const signInSettingsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/sign-in-settings',
    status: 200,
    answer: signInSettings,
    summary: { zh: '登录设置', en: 'How people sign in' },
    handle: async ({ ctx, kernel }) => {
      requireDuty(ctx, 'settings')
      return readSignInSettings(kernel.db)
    },
  }),
  route({
    method: 'PATCH',
    url: '/api/sign-in-settings',
    status: 200,
    problems: [409],
    body: change,
    answer: signInSettings,
    summary: { zh: '更改登录设置', en: 'Change how people sign in' },
    handle: async ({ ctx, kernel, body }) => {
      requireDuty(ctx, 'settings')
      requireFreshProof(ctx)
      const wrong = body.networks?.find((each) => !isNetwork(each))
      if (wrong !== undefined) throw new AppError(422, 'access.network_invalid', { params: { network: wrong } })
      // Nobody closes the door behind oneself.
      if (body.networks?.length && !inNetworks(ctx.ip, body.networks))
        throw new AppError(409, 'access.network_own', { params: { network: ctx.ip ?? '' } })
      const settings = { ...(await readSignInSettings(kernel.db)), ...body }
      await writeSetting(kernel.db, signInSettingName, settings)
      const facts = { action: 'configure', object: 'setting', fields: Object.keys(body) } as const
      await kernel.audit.write(
        auditRow(ctx, { ...facts, detail: { setting: signInSettingName, to: JSON.stringify(body) } }),
      )
      return settings
    },
  }),
]
