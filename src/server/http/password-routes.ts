import { z } from 'zod'
import { auditRow, credentialOf, endSessionsOf, isUuid } from '#kernel'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import { changePassword } from '../sign-in/change-password.ts'
import { ownPassword } from './own-proof.ts'
import { type Route, route } from './route.ts'

const password = z.string().max(1_000)

export function passwordRoutes(cache: ActorCache): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/api/users/:id/password',
      status: 204,
      problems: [409, 429],
      body: z.strictObject({ password, current: password.optional(), mustChange: z.boolean().default(true) }),
      summary: { zh: '设置密码', en: 'Set a password' },
      handle: async ({ ctx, kernel, params, body }) => {
        const id = params.id ?? ''
        if (!isUuid(id)) throw new AppError(404, 'request.not_found')
        const person = await ctx.records(user).get(id)
        const isOwn = id === ctx.actor.id
        // Others' passwords are set by whoever may change their record; one's own needs the old one.
        if (isOwn) {
          if (!(await ownPassword({ ctx, kernel }, body.current ?? '')))
            throw new AppError(403, 'access.wrong_password')
        } else if (!person.can.includes('update')) throw new AppError(403, 'access.forbidden')
        // Whoever could set it could come in as them, and hold their rights alone.
        else if (kernel.settings.threeOfficers && (await credentialOf(kernel.db, id)))
          throw new AppError(409, 'access.password_theirs')
        const owner = { id, login: String(person.login), name: String(person.name) }
        const mustChange = !isOwn && body.mustChange
        await changePassword(kernel.db, { person: owner, password: body.password, mustChange })
        // Whoever else knew the old password is out; the own device stays.
        await endSessionsOf(kernel.db, id, isOwn ? ctx.actor.session : null)
        cache.forget()
        const facts = { action: 'configure', object: 'user', record: id, fields: ['password'] } as const
        await kernel.audit.write(auditRow(ctx, { ...facts, detail: { mustChange } }))
      },
    }),
  ]
}
