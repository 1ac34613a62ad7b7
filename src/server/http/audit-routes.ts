import { z } from 'zod'
import {
  type Context,
  exportTrail,
  lastCheckpoint,
  publicPem,
  readSealStatus,
  readTrail,
  requireDuty,
  retentionMonths,
  setRetention,
  summariseTrail,
  summaryKinds,
} from '#kernel'
import { exportAnswer, filterShape, sealAnswer, summaryAnswer, trailAnswer } from './audit-schemas.ts'
import { typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'

export const auditRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/audit-events',
    status: 200,
    problems: [404],
    answer: trailAnswer,
    query: z.strictObject({
      ...filterShape,
      limit: z.coerce.number().int().min(1).max(200).optional(),
      after: z.string().max(200).optional(),
    }),
    summary: { zh: '访问与操作日志', en: 'Access and operation log' },
    handle: ({ ctx, query }) => readTrail(ctx, asked(ctx, query)),
  }),
  route({
    method: 'GET',
    url: '/api/audit-summaries',
    status: 200,
    problems: [404],
    answer: summaryAnswer,
    query: z.strictObject({ ...filterShape, by: z.enum(summaryKinds) }),
    summary: { zh: '日志统计：谁看过、看过什么、何时', en: 'Sums of the log: who looked, at what, when' },
    handle: ({ ctx, query: { by, ...query } }) => summariseTrail(ctx, by, asked(ctx, query)),
  }),
  route({
    method: 'GET',
    url: '/api/audit-seal',
    status: 200,
    answer: sealAnswer,
    summary: { zh: '日志封存状态', en: 'How far the log is sealed' },
    handle: async ({ ctx, kernel }): Promise<z.infer<typeof sealAnswer>> => {
      requireDuty(ctx, 'trail')
      const [status, checkpoint, publicKey, months] = await Promise.all([
        readSealStatus(kernel.db, Date.now()),
        lastCheckpoint(kernel.trail.checkpoints).catch(() => undefined),
        publicPem(ctx),
        retentionMonths(kernel.db),
      ])
      return {
        ...status,
        publicKey,
        months,
        lastCheckpoint: checkpoint?.at ?? null,
        origin: checkpoint?.origin ?? null,
      }
    },
  }),
  route({
    method: 'PATCH',
    url: '/api/audit-retention',
    status: 200,
    body: z.strictObject({ months: z.number().int().min(6).max(1_200), why: z.string().trim().min(1).max(500) }),
    answer: z.object({ months: z.number() }),
    summary: { zh: '日志保存期限', en: 'How long the log is kept' },
    handle: async ({ ctx, body: { months, why } }) => {
      await setRetention(ctx, months, why)
      return { months }
    },
  }),
  route({
    method: 'POST',
    url: '/api/audit-exports',
    status: 200,
    problems: [404, 422],
    answer: exportAnswer,
    body: z.strictObject({
      ...filterShape,
      ids: z.array(z.number().int()).min(1).max(1_000).optional(),
      why: z.string().trim().min(1).max(500),
    }),
    summary: { zh: '导出日志及其证明', en: 'Lines of the log with their proofs' },
    handle: ({ ctx, body: { why, ...query } }) => exportTrail(ctx, asked(ctx, query), why),
  }),
]

/** Objects are asked for by the words of their addresses. */
function asked<Q extends { object?: string }>(ctx: Context, query: Q): Q {
  return query.object === undefined ? query : { ...query, object: objectAt(ctx, query.object) }
}

/** What is not a record, such as the log itself, keeps its name. */
function objectAt(ctx: Context, object: string): string {
  return ctx.kernel.registry.objects.has(object) || object === 'audit_event' ? object : typeAt(ctx, { object }).name
}
