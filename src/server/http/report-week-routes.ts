import { z } from 'zod'
import { reportsOfWeek } from '#modules/meetings'
import { type Route, route } from './route.ts'

/** Whose weekly reports are there. */
export const reportWeekRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/report-weeks',
    status: 200,
    query: z.strictObject({ week: z.iso.date() }),
    answer: z.object({
      week: z.iso.date(),
      people: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          unitName: z.string().nullable(),
          state: z.enum(['missing', 'away', 'submitted', 'answered']),
          report: z.uuid().nullable(),
        }),
      ),
    }),
    summary: { zh: '某一周的周报提交情况', en: 'Whose reports of a week are there' },
    handle: ({ ctx, query }) => reportsOfWeek(ctx, String(query.week)),
  }),
]
