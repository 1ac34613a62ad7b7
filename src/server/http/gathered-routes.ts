import { z } from 'zod'
import {
  askForGathered,
  askTogether,
  type Context,
  dropFromGathered,
  gatherEdit,
  mostInWhole,
  type NewEdit,
  proposedOperations,
  showGathered,
} from '#kernel'
import { groundsHeader } from '#shared/grounds'
import { typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'
import { largestVersion } from './schemas.ts'

const version = z.number().int().min(0).max(largestVersion)
const values = z.record(z.string(), z.unknown()).default({})
const named = { object: z.string().max(80), record: z.uuid() }
const versioned = { ...named, version: version.optional() }

/** As the record's own routes take them; the object as it stands in addresses. */
const created = z.strictObject({ operation: z.literal('create'), object: named.object, values })
const others = [
  z.strictObject({ operation: z.literal('update'), ...named, version, values }),
  z.strictObject({ operation: z.literal('delete'), ...versioned }),
  z.strictObject({ operation: z.literal('restore'), ...versioned }),
] as const
const edit = z.discriminatedUnion('operation', [created, ...others])
/** What is new has a number where it waits with others already: it is put back in its place. */
const gathers = z.discriminatedUnion('operation', [created.extend({ record: named.record.optional() }), ...others])
const proposed = z.object({ proposed: z.uuid().nullable() })

const gatheredEdit = z.object({
  ...named,
  operation: z.enum(proposedOperations),
  subject: z.string(),
  file: z.object({ object: z.string(), record: z.uuid() }).nullable(),
  version: z.number().int(),
  state: z.enum(['fits', 'stale', 'gone']),
  at: z.iso.datetime(),
  items: z.array(z.object({ field: z.string(), live: z.unknown(), proposed: z.unknown() })),
  values: z.record(z.string(), z.unknown()).optional(),
})

/** Changes of several records that are asked for as one request: at once, or put together one by one and sent. */
export const gatheredRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/change-requests',
    status: 200,
    headers: [groundsHeader],
    problems: [404, 409],
    body: z.strictObject({ changes: z.array(edit).min(1).max(mostInWhole) }),
    answer: proposed,
    summary: { zh: '将多条记录的变更合为一份申请提交', en: 'Ask for changes of several records as one request' },
    handle: async ({ ctx, body }) => ({
      proposed: await askTogether(
        ctx,
        body.changes.map((one) => byName(ctx, one)),
      ),
    }),
  }),
  route({
    method: 'GET',
    url: '/api/gathered-changes',
    status: 200,
    query: z.strictObject({
      limit: z.coerce.number().int().min(0).max(mostInWhole).default(mostInWhole),
      record: z.uuid().optional(),
    }),
    answer: z.object({
      total: z.number().int(),
      items: z.array(gatheredEdit),
      titles: z.record(z.string(), z.string()),
    }),
    summary: {
      zh: '本人待提交的修改；record 只取一项，新建的附上所填内容',
      en: 'The own changes that are put together to be sent; `record` asks for one, a new one with what was typed',
    },
    handle: ({ ctx, query }) => showGathered(ctx, { most: query.limit, only: query.record }),
  }),
  route({
    method: 'POST',
    url: '/api/gathered-changes',
    status: 200,
    problems: [404, 409, 413],
    body: gathers,
    answer: z.object({ total: z.number().int(), record: z.uuid() }),
    summary: { zh: '将一项修改加入待提交', en: 'Put a change with others that are sent as one request' },
    handle: ({ ctx, body }) => gatherEdit(ctx, byName(ctx, body)),
  }),
  route({
    method: 'DELETE',
    url: '/api/gathered-changes',
    status: 204,
    query: z.strictObject({ record: z.uuid() }),
    summary: { zh: '将一项修改从待提交中移出', en: 'Take a change out of those to be sent' },
    handle: ({ ctx, query }) => dropFromGathered(ctx, query.record),
  }),
  route({
    method: 'POST',
    url: '/api/gathered-changes/request',
    status: 200,
    headers: [groundsHeader],
    problems: [404, 409],
    body: z.strictObject({
      changes: z
        .array(z.strictObject({ record: z.uuid(), version }))
        .min(1)
        .max(mostInWhole),
    }),
    answer: proposed,
    summary: { zh: '将待提交的修改合为一份申请提交', en: 'Send the changes that were put together as one request' },
    handle: async ({ ctx, body }) => ({ proposed: await askForGathered(ctx, body.changes) }),
  }),
]

function byName(ctx: Context, change: NewEdit): NewEdit {
  return { ...change, object: typeAt(ctx, { object: change.object }).name }
}
