import { isDeepStrictEqual } from 'node:util'
import type { Context, Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { channels } from './channels.ts'
import { consent } from './consent.ts'

const withdrawal = ['withdrawnAt', 'withdrawnChannels', 'withdrawnHow']

/**
 * What was given stays as it was given; a withdrawal is added to it: of some channels, of more, and once of the whole. A word of
 * how it was withdrawn that names no further channel means the whole.
 */
export function keepWhatWasGiven(ctx: Context, values: Values, before: Values | null): void {
  const given = listOf(values.channels)
  const withdrawn = listOf(values.withdrawnChannels)
  const more = withdrawn.filter((channel) => !listOf(before?.withdrawnChannels).includes(channel))
  const left = (given.length ? given : Object.keys(channels)).filter((channel) => !withdrawn.includes(channel))
  const isTold = Boolean(values.withdrawnHow) && values.withdrawnHow !== before?.withdrawnHow
  if (!values.withdrawnAt && ((isTold && !more.length) || !left.length)) values.withdrawnAt = ctx.now().toISOString()
  const path = before && Object.keys(values).find((field) => isUndone(field, values, before))
  if (path) throw refusal(ctx, 'access.consent_given', path)
  if (given.length && withdrawn.some((channel) => !given.includes(channel)))
    throw refusal(ctx, 'access.channel_not_given', 'withdrawnChannels')
}

function isUndone(field: string, values: Values, before: Values): boolean {
  const [now, then] = [values[field] ?? null, before[field] ?? null]
  if (isDeepStrictEqual(now, then)) return false
  if (before.withdrawnAt || !withdrawal.includes(field)) return true
  if (field === 'withdrawnChannels') return listOf(then).some((channel) => !listOf(now).includes(channel))
  return then !== null && now === null
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function refusal(ctx: Context, code: ErrorCode, path: string): AppError {
  const params = { field: ctx.type(consent.name).fields.get(path)?.field.label[ctx.locale] ?? path }
  return new AppError(422, code, { params, errors: [{ path, code, params }] })
}
