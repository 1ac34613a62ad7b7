import { z } from 'zod'
import { mostLabels, printLabels } from '#modules/labels'
import { sheetNames } from '#shared/label-sheets'
import { typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'

/** Labels of paper files, ready for a printer. */
export const labelRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/labels',
    status: 200,
    problems: [404, 429],
    body: z.strictObject({
      /** As it stands in addresses. */
      object: z.string().max(80),
      ids: z.array(z.uuid()).min(1).max(mostLabels),
      sheet: z.enum(sheetNames),
      /** The first free place of a sheet that was begun. */
      start: z.number().int().min(1).max(24).default(1),
      names: z.enum(['general', 'none', 'all']).default('general'),
      code: z.boolean().default(true),
      qr: z.boolean().default(true),
      logo: z.boolean().default(true),
    }),
    contentType: 'application/pdf',
    summary: { zh: '打印档案标签（留痕）', en: 'Print labels of files, which the log tells' },
    handle: async ({ ctx, body: { object, ...query }, reply }) => {
      const content = await printLabels(ctx, typeAt(ctx, { object }), query)
      reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'attachment; filename="labels.pdf"')
        .header('cache-control', 'no-store')
      return content
    },
  }),
]
