import { z } from 'zod'
import { tellFigures } from '#modules/indicators'
import { type Route, route } from './route.ts'

const figure = z.number()

/** What everybody's work comes to, by month, quarter and year. */
export const indicatorRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/indicators',
    status: 200,
    query: z.strictObject({ period: z.string().regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/) }),
    answer: z.object({
      period: z.string(),
      from: z.iso.date(),
      until: z.iso.date(),
      closed: z.boolean(),
      sound: z.boolean(),
      people: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          unit: z.uuid().nullable(),
          unitName: z.string().nullable(),
          checked: figure,
          right: figure,
          files: figure,
          complete: figure,
          tasks: figure,
          onTime: figure,
          updatesDue: figure,
          updated: figure,
          age: figure.nullable(),
          work: figure,
        }),
      ),
    }),
    summary: { zh: '某一期间的考核指标', en: 'The performance figures of a period' },
    handle: ({ ctx, query }) => tellFigures(ctx, String(query.period)),
  }),
]
