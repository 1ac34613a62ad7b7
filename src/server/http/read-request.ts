import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { en, zhCN } from 'zod/locales'
import { AppError } from '#shared/app-error'
import type { Locale } from '#shared/label'

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

const deepest = 40

/** Nothing that people or programs send is nested like this; whatever walks through it later need not be able to. */
export function refuseDeep(body: unknown): void {
  let level: unknown[] = [body]
  for (let depth = 0; level.length; depth++) {
    if (depth > deepest) throw new AppError(400, 'request.invalid', { params: { detail: `depth > ${deepest}` } })
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
}

const sentences = { zh: zhCN().localeError, en: en().localeError }

/** Reads a query or a body; a refusal names each part that is wrong, in the reader's language. */
export function parseWith(schema: z.ZodType | undefined, input: unknown, locale: Locale): Record<string, unknown> {
  if (!schema) return (input ?? {}) as Record<string, unknown>
  const parsed = schema.safeParse(input ?? {}, { error: sentences[locale] })
  if (parsed.success) return parsed.data as Record<string, unknown>
  const errors = parsed.error.issues.map(({ path, message }) => {
    const name = path.join('.')
    return { path: name, code: 'request.invalid' as const, params: { detail: name ? `${name}: ${message}` : message } }
  })
  throw new AppError(400, 'request.invalid', { params: errors[0]?.params, errors })
}
