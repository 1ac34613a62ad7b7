import { z } from 'zod'
import { duties, isUuid, whatReaches, whoSees } from '#kernel'
import { roleCatalogue } from '#modules/access'
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

const level = z.number().int().min(1).max(3)

const catalogue = z.object({
  areas: z.array(z.string()),
  objects: z.array(
    z.object({
      name: z.string(),
      area: z.string(),
      label,
      icon: z.string(),
      held: z.boolean(),
      rights: z.array(right),
      fields: z.array(z.object({ name: z.string(), label, level, findable: z.boolean() })),
    }),
  ),
  roles: z.array(
    z.object({
      code: z.string(),
      label,
      standard: z.boolean(),
      class: z.enum(['business', 'system', 'security', 'audit']),
      clearance: level,
      plain: level,
      readLimit: z.number().nullable().optional(),
      duties: z.array(z.enum(duties)),
      purposes: z.union([z.literal('all'), z.array(z.string())]),
      defaultPurpose: z.string().nullable(),
      grants: z.array(
        z.object({
          objects: z.array(z.string()),
          rights: z.array(right),
          scope: z.enum(['own', 'unit', 'below', 'chosen', 'pool', 'house', 'all']),
          units: z.array(z.uuid()).optional(),
          deny: z.boolean().optional(),
        }),
      ),
      fields: z
        .array(
          z.object({ object: z.string(), field: z.string(), access: z.enum(['edit', 'read', 'masked', 'hidden']) }),
        )
        .optional(),
    }),
  ),
})

/** Who can see this and why; what this person can reach; which roles there are. */
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
  route({
    method: 'GET',
    url: '/api/role-catalogue',
    status: 200,
    answer: catalogue,
    summary: {
      zh: '现行角色及其可授权的对象与字段',
      en: 'The roles in force, and the objects and fields they may speak of',
    },
    handle: ({ ctx }) => roleCatalogue(ctx),
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
