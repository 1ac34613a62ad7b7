import { z } from 'zod'
import { readTrail } from '#kernel'
import { typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'

const item = z.object({
  id: z.number(),
  at: z.iso.datetime(),
  actor: z.uuid().nullable(),
  action: z.string(),
  object: z.string().nullable(),
  record: z.uuid().nullable(),
  fields: z.array(z.string()).nullable(),
  channel: z.string(),
  result: z.string(),
  reason: z.string().nullable(),
})

export const auditRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/audit-events',
    status: 200,
    problems: [404],
    answer: z.object({ items: z.array(item), next: z.number().nullable() }),
    query: z.strictObject({
      object: z.string().optional(),
      record: z.uuid().optional(),
      actor: z.uuid().optional(),
      after: z.coerce.number().int().optional(),
    }),
    summary: { zh: '访问与操作日志', en: 'Access and operation log' },
    handle: ({ ctx, query }) =>
      readTrail(ctx, { ...query, object: query.object && typeAt(ctx, { object: query.object }).name }),
  }),
]
