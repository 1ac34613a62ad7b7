import { z } from 'zod'
import { suggestAnonymously, suggestionByCode } from '#modules/improvement'
import { type Route, route } from './route.ts'

/** The box of those who do not give their name. */
export const suggestionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/suggestions/anonymous',
    status: 201,
    problems: [409],
    body: z.strictObject({
      title: z.string().trim().min(1).max(120),
      text: z.string().trim().min(1).max(5_000).optional(),
    }),
    answer: z.object({ code: z.string() }),
    summary: { zh: '匿名提交意见建议', en: 'Put in a suggestion without a name' },
    handle: async ({ ctx, body }) => ({ code: await suggestAnonymously(ctx, body) }),
  }),
  route({
    method: 'POST',
    url: '/api/suggestions/status',
    status: 200,
    problems: [422],
    body: z.strictObject({ code: z.string().max(60) }),
    answer: z.object({
      title: z.string(),
      state: z.string(),
      reply: z.string().nullable(),
      reason: z.string().nullable(),
    }),
    summary: { zh: '凭查询码查看匿名意见的处理情况', en: 'What became of a suggestion without a name, by its code' },
    handle: ({ ctx, body: { code } }) => suggestionByCode(ctx, code),
  }),
]
