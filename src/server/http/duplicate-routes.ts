import { z } from 'zod'
import { checkDuplicates, duplicateGroups, wireOf } from '#kernel'
import { typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'
import { duplicateHint, recordSchema, suspicion } from './schemas.ts'

const pair = suspicion.extend({ one: z.uuid(), other: z.uuid() })
const groups = z.object({
  items: z.array(z.object({ id: z.uuid(), records: z.array(recordSchema), pairs: z.array(pair) })),
  next: z.uuid().nullable(),
  titles: z.record(z.string(), z.string()),
})

/** Records that may be one and the same, as whoever asks sees them. */
export const duplicateRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/duplicate-checks',
    byKey: 'all',
    status: 200,
    problems: [404, 429],
    body: z.strictObject({ object: z.string().max(80), values: z.record(z.string(), z.unknown()) }),
    answer: duplicateHint,
    summary: { zh: '录入前查重', en: 'Which records may be the one being entered' },
    handle: ({ ctx, body: { object, values } }) => checkDuplicates(ctx, typeAt(ctx, { object }), values),
  }),
  route({
    method: 'GET',
    url: '/api/duplicate-groups',
    byKey: 'all',
    status: 200,
    problems: [404, 429],
    query: z.strictObject({ object: z.string().max(80), after: z.uuid().optional() }),
    answer: groups,
    summary: { zh: '疑似重复的记录', en: 'Records that may be the same' },
    handle: async ({ ctx, query: { object, after } }) => {
      const type = typeAt(ctx, { object })
      const page = await duplicateGroups(ctx, type, { after })
      const items = page.items.map(({ records, pairs, ...group }) => ({
        ...group,
        records: records.map((record) => wireOf(ctx, type, record)),
        pairs: pairs.map((each) => ({ ...each, reasons: [...each.reasons] })),
      }))
      return { ...page, items }
    },
  }),
]
