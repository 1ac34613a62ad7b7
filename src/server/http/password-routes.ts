import { z } from 'zod'
import { auditRow, endSessionsOf, forgiveAttempt, isUuid, setPasswordHash } from '#kernel'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import { checkPassword, hashPassword } from '../sign-in/password.ts'
import { ownPassword } from './own-password.ts'
import { type Route, route } from './route.ts'

export function passwordRoutes(cache: ActorCache): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/api/users/:id/password',
      status: 204,
      problems: [429],
      body: z.strictObject({ password: z.string().max(1_000), current: z.string().max(1_000).optional() }),
      summary: { zh: '设置密码', en: 'Set a password' },
      handle: async ({ ctx, kernel, params, body }) => {
        const id = params.id ?? ''
        if (!isUuid(id)) throw new AppError(404, 'request.not_found')
        const person = await ctx.records(user).get(id)
        // Others' passwords are set by whoever may change their record; one's own needs the old one.
        if (id === ctx.actor.id) {
          if (!(await ownPassword({ ctx, kernel }, body.current ?? '')))
            throw new AppError(403, 'access.wrong_password')
        } else if (!person.can.includes('update')) throw new AppError(403, 'access.forbidden')
        checkPassword(body.password)
        await setPasswordHash(kernel.db, id, await hashPassword(body.password))
        await forgiveAttempt(kernel.db, { kind: 'login', text: String(person.login) })
        // Whoever else knew the old password is out; the own device stays.
        await endSessionsOf(kernel.db, id, id === ctx.actor.id ? ctx.actor.session : null)
        cache.forget()
        await kernel.audit.write(
          auditRow(ctx, { action: 'configure', object: 'user', record: id, fields: ['password'] }),
        )
      },
    }),
  ]
}
