import { z } from 'zod'
import { isUuid, whatReaches, whoSees } from '#kernel'
import { AppError } from '#shared/app-error'
import { operations } from '#shared/wire'
import { typeAt } from './record-routes.ts'
import { type Call, type Route, route } from './route.ts'

const label = z.object({ zh: z.string(), en: z.string() })
const right = z.enum(operations)

const seer = z.object({
  id: z.uuid(),
  name: z.string(),
  roles: z.array(label),
  rights: z.array(right),
  grounds: z.array(
    z.object({ kind: z.enum(['all', 'person', 'unit', 'share', 'deputy', 'reference']), name: z.string() }),
  ),
})

const reach = z.object({
  roles: z.array(label),
  clearance: z.number().int(),
  objects: z.array(
    z.object({ object: z.string(), label, rights: z.array(right), count: z.number().int(), exact: z.boolean() }),
  ),
})

/** Who can see this and why; what this person can reach. */
export const accessRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/users/:id/reach',
    status: 200,
    problems: [404],
    answer: reach,
    summary: { zh: '某人能看到什么', en: 'What a person can reach' },
    handle: ({ ctx, params }) => whatReaches(ctx, idIn(params)),
  }),
]

/** Comes with the records of any object. */
export const recordAccessRoute = route({
  method: 'GET',
  url: '/api/:object/:id/access',
  status: 200,
  answer: z.object({ items: z.array(seer) }),
  summary: { zh: '谁能看到这条记录，为什么', en: 'Who can see this record, and why' },
  handle: async ({ ctx, params }) => ({ items: await whoSees(ctx, typeAt(ctx, params), idIn(params)) }),
})

function idIn(params: Call['params']): string {
  if (!isUuid(params.id)) throw new AppError(404, 'request.not_found')
  return params.id
}
