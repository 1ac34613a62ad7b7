import { z } from 'zod'
import { dropFormDraft, keepFormDraft, readFormDraft } from '#kernel'
import { typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'
import { largestVersion } from './schemas.ts'

const form = z.strictObject({
  /** As it stands in addresses. */
  object: z.string().max(80),
  record: z.uuid().optional(),
  parent: z.uuid().optional(),
})
const moment = z.iso.datetime()
const values = z.record(z.string(), z.unknown())
const draft = z.object({
  values,
  version: z.number().int().nullable(),
  at: moment,
  titles: z.record(z.string(), z.string()),
})

/** Forms that somebody has begun to fill in and not saved; each person has own ones, and nobody else sees them. */
export const formDraftRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/form-drafts',
    status: 200,
    query: form,
    answer: z.object({ draft: draft.nullable() }),
    problems: [404],
    summary: { zh: '本人在某个表单中的草稿', en: 'The own draft of a form' },
    handle: async ({ ctx, query }) => ({ draft: await readFormDraft(ctx, typeAt(ctx, query), query) }),
  }),
  route({
    method: 'POST',
    url: '/api/form-drafts',
    status: 200,
    body: form.extend({ values, version: z.number().int().min(1).max(largestVersion).nullable().optional() }),
    answer: z.object({ at: moment }),
    problems: [404, 409, 413],
    summary: { zh: '保存表单草稿', en: 'Keep a draft of a form' },
    handle: ({ ctx, body: { object, values, version, ...name } }) =>
      keepFormDraft(ctx, typeAt(ctx, { object }), { form: name, values, version }),
  }),
  route({
    method: 'DELETE',
    url: '/api/form-drafts',
    status: 204,
    query: form,
    problems: [404],
    summary: { zh: '丢弃表单草稿', en: 'Throw away a draft of a form' },
    handle: ({ ctx, query }) => dropFormDraft(ctx, typeAt(ctx, query), query),
  }),
]
