import { z } from 'zod'
import { mostPrinted, printTable } from '#kernel'
import type { Filter } from '#shared/filter'
import { typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'
import { answers } from './schemas.ts'

/** What leaves on paper or by the clipboard, as whoever asks sees it. */
export const printRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/prints',
    status: 200,
    problems: [404, 429],
    body: z.strictObject({
      /** As it stands in addresses. */
      object: z.string().max(80),
      as: z.enum(['paper', 'copy']),
      fields: z.array(z.string().max(60)).min(1).max(100),
      ids: z.array(z.uuid()).min(1).max(mostPrinted).optional(),
      where: z.record(z.string(), z.unknown()).optional(),
      search: z.string().max(200).optional(),
      sort: z.string().max(200).optional(),
      /** A field, or a part of one such as `region.province`, whose value is told of each row. */
      by: z.string().max(100).optional(),
    }),
    answer: z.object({
      rows: z.array(z.array(z.string())),
      classes: z.array(z.string()).optional(),
      total: z.number(),
      totalExact: z.boolean(),
    }),
    summary: { zh: '打印或复制记录（留痕）', en: 'Print or copy records, which the log tells' },
    // As in lists: the kernel's parser checks every key.
    handle: ({ ctx, body: { object, where, ...query } }) =>
      printTable(ctx, typeAt(ctx, { object }), { ...query, where: where as Filter | undefined }),
  }),
  route({
    method: 'POST',
    url: '/api/prints/groups',
    status: 200,
    problems: [404],
    body: z.strictObject({
      object: z.string().max(80),
      by: z.string().max(60).optional(),
      per: z.string().max(20).optional(),
      sum: z.string().max(60).optional(),
      where: z.record(z.string(), z.unknown()).optional(),
    }),
    answer: answers.groups,
    summary: { zh: '把分组结果存为图片（留痕）', en: 'Take counts and sums away as a picture, which the log tells' },
    handle: ({ ctx, body: { object, where, by, per, sum } }) =>
      ctx.recordsNamed(typeAt(ctx, { object }).name).groupBy(by, {
        per,
        sums: sum === undefined ? [] : [sum],
        where: where as Filter | undefined,
        printed: 'picture',
      }),
  }),
]
