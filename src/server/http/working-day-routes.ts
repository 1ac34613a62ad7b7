import { z } from 'zod'
import { type Route, route } from './route.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** When the company works, for whoever plans a day. */
export const workingDayRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/working-days',
    byKey: 'any',
    status: 200,
    etag: true,
    answer: z.object({
      /** Monday = 1 ... Sunday = 7. */
      week: z.array(z.number().int().min(1).max(7)),
      exceptions: z.array(z.object({ name: z.string(), works: z.boolean(), from: day, until: day })),
    }),
    summary: { zh: '工作日与节假日', en: 'Working days and holidays' },
    handle: async ({ kernel }) => kernel.settings.calendar,
  }),
]
