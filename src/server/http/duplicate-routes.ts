import { z } from 'zod'
import { apartPairs, checkDuplicates, duplicateGroups, sayApart, wireOf } from '#kernel'
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
  route({
    method: 'POST',
    url: '/api/duplicate-verdicts',
    byKey: 'all',
    status: 204,
    problems: [404],
    body: z.strictObject({ object: z.string().max(80), one: z.uuid(), other: z.uuid(), apart: z.boolean() }),
    summary: { zh: '确认两条记录并非同一个', en: 'Say that two records are not the same' },
    handle: ({ ctx, body: { object, ...said } }) => sayApart(ctx, typeAt(ctx, { object }), said),
  }),
  route({
    method: 'GET',
    url: '/api/duplicate-verdicts',
    byKey: 'all',
    status: 200,
    problems: [404],
    query: z.strictObject({ object: z.string().max(80) }),
    answer: z.object({
      items: z.array(z.object({ one: z.uuid(), other: z.uuid(), by: z.uuid().nullable(), at: z.string() })),
      titles: z.record(z.string(), z.string()),
    }),
    summary: { zh: '已确认并非同一个的记录', en: 'Records that are not the same' },
    handle: async ({ ctx, query: { object } }) => {
      const { items, titles } = await apartPairs(ctx, typeAt(ctx, { object }))
      return { items: [...items], titles }
    },
  }),
]
