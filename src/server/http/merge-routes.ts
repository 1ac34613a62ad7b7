import { z } from 'zod'
import { mergeRecords, mergesOf, previewMerge, undoMerge } from '#kernel'
import { AppError } from '#shared/app-error'
import { groundsHeader } from '#shared/grounds'
import { typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'

const counts = z.array(z.object({ object: z.string(), count: z.number().int() }))
const plan = z.object({
  fields: z.array(z.object({ field: z.string(), from: z.string(), isOpen: z.boolean() })),
  children: counts,
  references: counts,
  waits: z.boolean(),
})
/** `id`: of the merge, which can be taken back by it; null for a preview, and where it waits. */
const merged = plan.extend({ id: z.uuid().nullable(), proposed: z.uuid().nullable() })
const merges = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      at: z.string(),
      by: z.uuid().nullable(),
      undoUntil: z.string(),
      joined: z.array(z.object({ id: z.uuid(), title: z.string(), number: z.string().nullable() })),
    }),
  ),
})

/** Records that are one are joined into one, and that can be taken back for a time. */
export const mergeRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/record-merges',
    byKey: 'all',
    status: 200,
    problems: [404, 409, 422, 428],
    body: z.strictObject({
      object: z.string().max(80),
      kept: z.uuid(),
      joined: z.array(z.uuid()).min(1).max(10),
      choices: z.record(z.string(), z.string().max(36)).optional(),
      versions: z.record(z.uuid(), z.number().int()).optional(),
      dryRun: z.boolean().optional(),
    }),
    answer: merged,
    proposal: merged,
    summary: { zh: '合并记录', en: 'Join records into one' },
    handle: async ({ ctx, body: { object, dryRun, ...input } }) => {
      const type = typeAt(ctx, { object })
      if (!dryRun) return mergeRecords(ctx, type, input)
      return { id: null, proposed: null, ...(await previewMerge(ctx, type, input)) }
    },
  }),
  route({
    method: 'GET',
    url: '/api/record-merges',
    byKey: 'all',
    status: 200,
    problems: [404],
    query: z.strictObject({ object: z.string().max(80), record: z.uuid() }),
    answer: merges,
    summary: { zh: '并入某档案的记录', en: 'What was joined into a record' },
    handle: async ({ ctx, query: { object, record } }) => ({
      items: await mergesOf(ctx, typeAt(ctx, { object }), record),
    }),
  }),
  route({
    method: 'POST',
    url: '/api/record-merges/:id/undo',
    byKey: 'all',
    status: 200,
    problems: [404, 409],
    answer: z.object({
      kept: z.uuid(),
      joined: z.array(z.uuid()),
      fields: z.array(z.string()),
      records: counts,
      proposed: z.uuid().nullable(),
    }),
    headers: [groundsHeader],
    summary: { zh: '撤销合并', en: 'Take a merge back' },
    handle: ({ ctx, params: { id = '' } }) => {
      if (!z.uuid().safeParse(id).success) throw new AppError(404, 'request.not_found')
      return undoMerge(ctx, id)
    },
  }),
]
