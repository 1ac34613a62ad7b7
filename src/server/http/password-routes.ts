import { z } from 'zod'
import { auditRow, credentialOf, endSessionsOf, isUuid, setPasswordHash } from '#kernel'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import { checkPassword, hashPassword, verifyPassword } from '../sign-in/password.ts'
import { type Route, route } from './route.ts'

export const passwordRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/users/:id/password',
    status: 204,
    body: z.strictObject({ password: z.string().max(1_000), current: z.string().max(1_000).optional() }),
    summary: { zh: '设置密码', en: 'Set a password' },
    handle: async ({ ctx, kernel, params, body }) => {
      const id = params.id ?? ''
      if (!isUuid(id)) throw new AppError(404, 'request.not_found')
      const person = await ctx.records(user).get(id)
      // Others' passwords are set by whoever may change their record; one's own needs the old one.
      if (id === ctx.actor.id) {
        const credential = await credentialOf(kernel.db, id)
        const known = credential && (await verifyPassword(credential.hash, body.current ?? ''))
        if (!known) throw new AppError(403, 'access.wrong_credentials')
      } else if (!person.can.includes('update')) throw new AppError(403, 'access.forbidden')
      checkPassword(body.password)
      await setPasswordHash(kernel.db, id, await hashPassword(body.password))
      if (id !== ctx.actor.id) await endSessionsOf(kernel.db, id)
      await kernel.audit.write(auditRow(ctx, { action: 'configure', object: 'user', record: id, fields: ['password'] }))
    },
  }),
]
