import { z } from 'zod'
import { isUuid } from '#kernel'
import { compliance, overview, skipStep, startCase } from '#modules/procedures'
import { AppError } from '#shared/app-error'
import { type Call, type Route, route } from './route.ts'

const count = z.number().int()

/** Procedures carried out on customers' files. */
export const procedureRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/case-starts',
    status: 201,
    problems: [404, 409],
    body: z.strictObject({ object: z.string().max(60), record: z.uuid(), edition: z.uuid() }),
    answer: z.object({ id: z.uuid() }),
    summary: {
      zh: '为客户或客户档案上的资料发起流程办理',
      en: 'Start a procedure on a customer’s file, or on a record of it',
    },
    handle: async ({ ctx, body: { edition, ...of } }) => ({ id: await startCase(ctx, of, edition) }),
  }),
  route({
    method: 'POST',
    url: '/api/case-steps/:id/skipping',
    status: 204,
    problems: [404, 409],
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    summary: { zh: '跳过步骤并说明理由', en: 'Skip a step, and say why' },
    handle: ({ ctx, params, body }) => skipStep(ctx, idIn(params), body.reason),
  }),
  route({
    method: 'GET',
    url: '/api/procedure-figures',
    status: 200,
    answer: z.object({
      items: z.array(
        z.object({
          name: z.string(),
          running: count,
          steps: z.array(
            z.object({
              name: z.string(),
              open: count,
              late: count,
              done: count,
              skipped: count,
              medianDays: z.number().nullable(),
            }),
          ),
        }),
      ),
    }),
    summary: { zh: '流程办理到哪一步、卡在哪里', en: 'Where the cases of procedures stand' },
    handle: async ({ ctx }) => ({ items: await overview(ctx) }),
  }),
  route({
    method: 'GET',
    url: '/api/procedure-compliance',
    status: 200,
    query: z.strictObject({ from: z.iso.date(), until: z.iso.date() }),
    answer: z.object({
      span: z.object({ from: z.iso.datetime(), until: z.iso.datetime() }),
      steps: z.array(
        z.object({
          procedure: z.string(),
          role: z.string().nullable(),
          person: z.uuid().nullable(),
          name: z.string().nullable(),
          done: count,
          late: count,
          skipped: count,
          open: count,
        }),
      ),
      edits: z.array(
        z.object({
          kind: z.enum(['another', 'no_case']),
          procedure: z.string(),
          object: z.string(),
          record: z.uuid(),
          title: z.string().nullable(),
          field: z.string(),
          by: z.uuid(),
          name: z.string(),
          at: z.iso.datetime(),
        }),
      ),
      whole: z.boolean(),
    }),
    summary: {
      zh: '规程执行检查：跳过、逾期与流程外修改',
      en: 'Whether procedures are kept to: skipped, late, and edits beside them',
    },
    handle: ({ ctx, query }) => compliance(ctx, { from: String(query.from), until: String(query.until) }),
  }),
]

function idIn(params: Call['params']): string {
  if (!isUuid(params.id)) throw new AppError(404, 'request.not_found')
  return params.id
}
