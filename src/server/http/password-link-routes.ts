import { z } from 'zod'
import { isUuid } from '#kernel'
import { invite } from '#modules/staff'
import { AppError } from '#shared/app-error'
import { askReset, setByLink, whoseLink } from '../sign-in/password-link.ts'
import { type EnterSettings, fromOf } from './enter.ts'
import { type Route, route } from './route.ts'

const token = z.string().min(1).max(200)
const linked = z.object({ purpose: z.enum(['invitation', 'reset']), login: z.string(), name: z.string() })

/** Passwords that people set by a link they got by mail. */
export function passwordLinkRoutes(settings: EnterSettings): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/api/users/:id/invitation',
      status: 204,
      problems: [409],
      summary: { zh: '发送邀请邮件', en: 'Invite by mail' },
      handle: async ({ ctx, params }) => {
        const { id = '' } = params
        if (!isUuid(id)) throw new AppError(404, 'request.not_found')
        await invite(ctx, id)
      },
    }),
    route({
      method: 'POST',
      url: '/api/password-resets',
      status: 204,
      problems: [429],
      open: true,
      body: z.strictObject({ login: z.string().min(1).max(200) }),
      summary: { zh: '忘记密码', en: 'Ask for a new password' },
      handle: (call) => askReset(call.kernel, call.body.login, fromOf(call, settings)),
    }),
    route({
      method: 'POST',
      url: '/api/password-links/inspections',
      status: 200,
      problems: [403],
      open: true,
      body: z.strictObject({ token }),
      answer: linked,
      summary: { zh: '密码链接属于谁', en: 'Whose password link it is' },
      handle: ({ kernel, body }) => whoseLink(kernel, body.token),
    }),
    route({
      method: 'POST',
      url: '/api/password-links/passwords',
      status: 200,
      problems: [403],
      open: true,
      body: z.strictObject({ token, password: z.string().min(1).max(1_000) }),
      answer: linked,
      summary: { zh: '通过链接设置密码', en: 'Set a password by a link' },
      handle: async (call) => {
        const set = await setByLink(call.kernel, call.body, fromOf(call, settings))
        settings.cache.forget()
        return set
      },
    }),
  ]
}
