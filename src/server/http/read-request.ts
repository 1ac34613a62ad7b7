import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { AppError } from '#shared/app-error'
import type { Locale } from '#shared/label'

export const sessionCookie = 'dossier'

/** The language a caller asks for; Chinese unless English stands first. */
export function localeOf(request: FastifyRequest, preferred?: Locale): Locale {
  const asked = request.headers['accept-language']
  const first = asked?.split(',')[0]?.trim().toLowerCase() ?? ''
  if (first.startsWith('en')) return 'en'
  if (first.startsWith('zh')) return 'zh'
  return preferred ?? 'zh'
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Other sites may not write: the browser says where a request comes from, and it must be from here. */
export function refuseForeign(request: FastifyRequest, ownOrigin: string | undefined): void {
  if (safeMethods.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') throw new AppError(403, 'request.foreign_origin')
  const { origin, host } = request.headers
  if (!origin) return
  if (origin === ownOrigin) return
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new AppError(403, 'request.foreign_origin')
}

export function parseWith(schema: z.ZodType | undefined, input: unknown): Record<string, unknown> {
  if (!schema) return (input ?? {}) as Record<string, unknown>
  const parsed = schema.safeParse(input ?? {})
  if (parsed.success) return parsed.data as Record<string, unknown>
  const [issue] = parsed.error.issues
  throw new AppError(400, 'request.invalid', {
    params: { detail: `${issue?.path.join('.') || 'body'}: ${issue?.message}` },
  })
}
