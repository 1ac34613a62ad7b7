import { AppError, errorSentence } from '#shared/app-error'
import type { Locale } from '#shared/label'
import type { ProblemWire } from '#shared/wire'
import { isDiskFull } from '../start-failure.ts'

/** A refusal as problem+json (RFC 9457), in the reader's language. What was not expected is told without detail. */
export function problemOf(error: unknown, locale: Locale, requestId: string): ProblemWire {
  const known = error instanceof AppError ? error : new AppError(500, 'server.unexpected')
  const params = { requestId, ...known.params }
  return {
    type: 'about:blank',
    title: errorSentence(known.code, params, locale),
    status: known.status,
    code: known.code,
    params,
    errors: known.errors.map(({ path, code, params: own = {} }) => ({
      path,
      code,
      params: own,
      message: errorSentence(code, own, locale),
    })),
    requestId,
    ...(Object.keys(known.details).length ? { details: known.details } : {}),
  }
}

/** Fastify's own refusals and a full disk, in our codes. */
export function asAppError(error: unknown): unknown {
  if (isDiskFull(error)) return new AppError(503, 'server.disk_full', { cause: error })
  if (error instanceof AppError || !(error instanceof Error) || !('statusCode' in error)) return error
  const status = Number(error.statusCode)
  if (status === 413) return new AppError(413, 'request.too_large', { params: { limit: '1 MB' }, cause: error })
  if (status >= 400 && status < 500)
    return new AppError(status, 'request.invalid', { params: { detail: error.message }, cause: error })
  return error
}
