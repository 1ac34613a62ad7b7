import type { ErrorCode, ErrorParams } from '#shared/error-codes'
import type { Parsed } from '../kernel/object/kind.ts'

export const emptyValue: Parsed<never> = { value: null }

export function problem(code: ErrorCode, params?: ErrorParams): Parsed<never> {
  return { problem: params ? { code, params } : { code } }
}
