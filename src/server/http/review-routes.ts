import { z } from 'zod'
import { closeRound, handOverItems, isUuid, openRound, roundProgress, roundReport } from '#kernel'
import { findingKinds, reviewProgramme, reviewReport, submitReview } from '#modules/reviews'
import { AppError } from '#shared/app-error'
import { verifiedBy } from '#shared/verification'
import { type Call, type Route, route } from './route.ts'

const finding = z.strictObject({
  kind: z.enum(findingKinds),
  field: z.string().min(1).max(80).optional(),
  note: z.string().trim().max(1000).optional(),
  value: z.unknown().optional(),
  twin: z.uuid().optional(),
})

const progress = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(['opening', 'open', 'closed']),
  dueOn: z.iso.date(),
  report: roundReport,
  frozen: z.object({ hash: z.string(), sound: z.boolean() }).nullable(),
})

/** Rounds of reviews: opened, followed, handed over and closed by whoever leads them; files reviewed by whom they were given to. */
export const reviewRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/review-plans/:id/rounds',
    status: 201,
    problems: [404, 409],
    answer: z.object({ id: z.uuid() }),
    summary: { zh: '立即开始一批审查', en: 'Open a round of a review plan' },
    handle: async ({ ctx, params }) => ({ id: await openRound(ctx, reviewProgramme, idIn(params)) }),
  }),
  route({
    method: 'GET',
    url: '/api/review-rounds/:id/progress',
    status: 200,
    problems: [404],
    answer: progress,
    summary: { zh: '审查进度或报告', en: 'How far a round is, or its report' },
    handle: ({ ctx, params }) => roundProgress(ctx, reviewProgramme, idIn(params)),
  }),
  route({
    method: 'GET',
    url: '/api/review-rounds/:id/report',
    status: 200,
    problems: [404],
    contentType: 'application/pdf',
    summary: { zh: '审查进度或报告（PDF）', en: 'How far a round is, or its report, as a PDF' },
    handle: async ({ ctx, params, reply }) => {
      const content = await reviewReport(ctx, idIn(params))
      reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'attachment; filename="review.pdf"')
        .header('cache-control', 'no-store')
      return content
    },
  }),
  route({
    method: 'POST',
    url: '/api/review-rounds/:id/assignments',
    status: 200,
    problems: [404, 409],
    body: z.strictObject({ from: z.uuid(), to: z.uuid() }),
    answer: z.object({ moved: z.number().int(), left: z.number().int() }),
    summary: { zh: '将未审查的档案移交他人', en: 'Hand over what somebody still has to review' },
    handle: ({ ctx, params, body }) => handOverItems(ctx, reviewProgramme, idIn(params), body),
  }),
  route({
    method: 'POST',
    url: '/api/review-rounds/:id/closing',
    status: 204,
    problems: [404, 409],
    summary: { zh: '结束一批审查', en: 'Close a round' },
    handle: ({ ctx, params }) => closeRound(ctx, reviewProgramme, idIn(params)),
  }),
  route({
    method: 'POST',
    url: '/api/review-items/:id/review',
    status: 204,
    problems: [404, 409],
    body: z.strictObject({
      version: z.number().int(),
      how: z.enum(verifiedBy).optional(),
      note: z.string().trim().max(1000).optional(),
      findings: z.array(finding).max(50),
    }),
    summary: { zh: '提交审查结果', en: 'Say what a review of a file has found' },
    handle: ({ ctx, params, body }) => submitReview(ctx, idIn(params), body),
  }),
]

function idIn(params: Call['params']): string {
  if (!isUuid(params.id)) throw new AppError(404, 'request.not_found')
  return params.id
}
