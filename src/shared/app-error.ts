import { type ErrorCode, type ErrorParams, errorCodes } from './error-codes.ts'
import type { Locale } from './label.ts'

/** One field's trouble inside a refusal; `path` is the field name, or `rows.3.phone` in lists. */
export type FieldError = { path: string; code: ErrorCode; params?: ErrorParams }

/** A refusal with a code; the sentence is made at the edge, in the reader's language. */
export class AppError extends Error {
  readonly status: number
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly errors: readonly FieldError[]
  /** Facts for the caller beside the sentence, such as what changed in a 409. */
  readonly details: Record<string, unknown>

  constructor(
    status: number,
    code: ErrorCode,
    options: {
      params?: ErrorParams
      errors?: readonly FieldError[]
      details?: Record<string, unknown>
      cause?: unknown
    } = {},
  ) {
    super(code, { cause: options.cause })
    this.name = 'AppError'
    this.status = status
    this.code = code
    this.params = options.params ?? {}
    this.errors = options.errors ?? []
    this.details = options.details ?? {}
  }
}

/** The sentence of a code in one language, with its params filled in. */
export function errorSentence(code: ErrorCode, params: ErrorParams, locale: Locale): string {
  return errorCodes[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) return ''
    return Array.isArray(value) ? value.join(locale === 'zh' ? '、' : ', ') : String(value)
  })
}
