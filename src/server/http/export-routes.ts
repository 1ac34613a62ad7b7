import { z } from 'zod'
import { isUuid } from '#kernel'
import { cancelExport, fetchExport, traceExport } from '#modules/exports'
import { AppError } from '#shared/app-error'
import { type Call, type Route, route } from './route.ts'

/** What is done with an export beside asking for it, which makes a record like any other. */
export const exportRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/exports/:id/download',
    byKey: 'all',
    status: 200,
    problems: [404, 409, 410],
    contentType: 'application/octet-stream',
    summary: { zh: '下载导出文件（仅一次）', en: 'Fetch the file of an export, once' },
    handle: async ({ ctx, params, reply }) => {
      const { name, type, content } = await fetchExport(ctx, idIn(params))
      reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('cache-control', 'no-store')
      return content
    },
  }),
  route({
    method: 'POST',
    url: '/api/export-traces',
    status: 200,
    problems: [404],
    body: z.strictObject({ number: z.string().trim().min(1).max(64) }),
    answer: z.object({
      id: z.uuid(),
      number: z.string(),
      requester: z.uuid(),
      name: z.string(),
      at: z.iso.datetime(),
      grounds: z.string(),
    }),
    summary: { zh: '按编号追查导出文件', en: 'Whose export a marked number was in' },
    handle: ({ ctx, body }) => traceExport(ctx, body.number),
  }),
  route({
    method: 'POST',
    url: '/api/exports/:id/cancellation',
    byKey: 'all',
    status: 204,
    problems: [404, 409],
    summary: { zh: '取消导出', en: 'Cancel an export' },
    handle: ({ ctx, params }) => cancelExport(ctx, idIn(params)),
  }),
]

function idIn(params: Call['params']): string {
  if (!isUuid(params.id)) throw new AppError(404, 'request.not_found')
  return params.id
}
