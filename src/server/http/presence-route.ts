import { z } from 'zod'
import { isUuid, whoElseIsAt } from '#kernel'
import { AppError } from '#shared/app-error'
import { typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'

/** A page says that its reader has a record open, and hears who else has. */
export const presenceRoute: Route = route({
  method: 'POST',
  url: '/api/presence',
  status: 200,
  problems: [404],
  body: z.strictObject({
    object: z.string().max(100),
    id: z.string().max(100),
    /** Which of the person's pages says so. */
    page: z.uuid(),
    state: z.enum(['reads', 'writes', 'gone']),
  }),
  answer: z.object({ others: z.array(z.object({ id: z.uuid(), name: z.string(), writes: z.boolean() })) }),
  summary: { zh: '告知正在查看某条记录，并返回同时在看的人', en: 'Say that one has a record open; tells who else has' },
  handle: async ({ ctx, body: { object, id, page, state } }) => {
    const type = typeAt(ctx, { object })
    if (!isUuid(id)) throw new AppError(404, 'request.not_found')
    // Leaving is nobody else's matter, be the record there or not.
    const others = state === 'gone' ? [] : await whoElseIsAt(ctx, type, id)
    await ctx.kernel.presence.note({ object: type.name, record: id, person: ctx.actor.id ?? '', page, state })
    return { others }
  },
})
