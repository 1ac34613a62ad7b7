import { z } from 'zod'
import { isUuid } from '#kernel'
import { keyAgain, keyingEvidence, keyingForm } from '#modules/double-entry'
import { AppError } from '#shared/app-error'
import { type Call, type Route, route } from './route.ts'

/** Values that are keyed again, by whom they were given to; no answer has the first value before the second was sent. */
export const keyingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/second-entries/:id/form',
    status: 200,
    problems: [404, 409],
    answer: z.object({
      object: z.string(),
      field: z.string(),
      number: z.string().nullable(),
      title: z.string().nullable(),
      evidence: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.number(), type: z.string() })),
    }),
    summary: { zh: '二次录入所依据的档案与附件', en: 'What a value is keyed again from' },
    handle: ({ ctx, params }) => keyingForm(ctx, idIn(params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/second-entries/:id/evidence/:file',
    status: 200,
    problems: [404, 409],
    contentType: 'application/octet-stream',
    summary: { zh: '查看二次录入所依据的附件', en: 'Show a scan that a value is keyed again from' },
    handle: async ({ ctx, params, reply }) => {
      const { facts, content, inline } = await keyingEvidence(ctx, idIn(params.id), idIn(params.file))
      reply
        .header('content-type', facts.type === 'text/plain' ? 'text/plain; charset=utf-8' : facts.type)
        .header('content-length', facts.size)
        .header('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox")
        .header(
          'content-disposition',
          `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(facts.name)}`,
        )
        .header('cache-control', 'no-store')
      return content
    },
  }),
  route({
    method: 'POST',
    url: '/api/second-entries/:id/keying',
    status: 200,
    problems: [404, 409],
    body: z.strictObject({ value: z.unknown() }),
    answer: z.object({ state: z.enum(['same', 'differs', 'dropped', 'outdated']), request: z.uuid().nullable() }),
    summary: { zh: '提交二次录入的值', en: 'Key a value again' },
    handle: ({ ctx, params, body }) => keyAgain(ctx, idIn(params.id), body.value),
  }),
]

function idIn(id: Call['params'][string] | undefined): string {
  if (!isUuid(id)) throw new AppError(404, 'request.not_found')
  return id
}
