import { z } from 'zod'
import { foreseeSwitch, modulesInHouse } from '#modules/customisation'
import { type Route, route } from './route.ts'

const label = z.object({ zh: z.string(), en: z.string() })

/** Which parts the house has, and what would go with one of them; the switch itself is a record like any other. */
export const moduleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/modules',
    status: 200,
    answer: z.object({
      items: z.array(z.object({ name: z.string(), label, gone: label.nullable(), active: z.boolean() })),
    }),
    summary: { zh: '模块及其启用状态', en: 'Modules, and whether they are on' },
    handle: async ({ ctx }) => ({ items: await modulesInHouse(ctx) }),
  }),
  route({
    method: 'POST',
    url: '/api/module-previews',
    status: 200,
    problems: [404],
    body: z.strictObject({ module: z.string().max(40) }),
    answer: z.object({
      objects: z.array(z.object({ label, records: z.number() })),
      fields: z.array(z.object({ object: label, label })),
      pointing: z.array(z.object({ label, count: z.number() })),
      jobs: z.number(),
      first: z.array(label),
    }),
    summary: { zh: '预览停用或启用一个模块的影响', en: 'What goes with a module, or comes back with it' },
    handle: ({ ctx, body }) => foreseeSwitch(ctx, body.module),
  }),
]
