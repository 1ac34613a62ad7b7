import { z } from 'zod'
import { type FileFacts, openFile, storeFile } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Call } from './route.ts'
import { type Route, route } from './route.ts'

const file = z.object({ id: z.uuid(), name: z.string(), size: z.number(), type: z.string() })

/** The one file of a multipart request. */
export async function uploadOf(request: Call['request']) {
  if (!request.isMultipart()) throw new AppError(415, 'request.invalid', { params: { detail: 'multipart/form-data' } })
  const part = await request.file()
  if (!part) throw new AppError(400, 'request.invalid', { params: { detail: 'file' } })
  return part
}

export const fileRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/files',
    byKey: 'all',
    status: 201,
    upload: true,
    answer: file,
    summary: { zh: '上传文件', en: 'Upload a file' },
    handle: async ({ ctx, request }): Promise<FileFacts> => {
      const part = await uploadOf(request)
      const stored = await storeFile(ctx, part.file, part.filename)
      if (part.file.truncated) throw new AppError(413, 'request.too_large', { params: { limit: '200 MB' } })
      return stored
    },
  }),
  route({
    method: 'GET',
    url: '/api/files/:id',
    byKey: 'all',
    status: 200,
    query: z.strictObject({ download: z.string().optional() }),
    contentType: 'application/octet-stream',
    summary: { zh: '查看或下载文件', en: 'Show or download a file' },
    handle: async ({ ctx, params, query, reply }) => {
      const { facts, content, inline } = await openFile(ctx, params.id ?? '')
      const way = inline && query.download === undefined ? 'inline' : 'attachment'
      reply
        .header('content-type', facts.type === 'text/plain' ? 'text/plain; charset=utf-8' : facts.type)
        .header('content-length', facts.size)
        .header('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox")
        .header('content-disposition', `${way}; filename*=UTF-8''${encodeURIComponent(facts.name)}`)
        .header('cache-control', 'no-store')
      return content
    },
  }),
]
