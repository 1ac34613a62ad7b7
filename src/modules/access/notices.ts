import type { Context, Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'

/** Another text is another version of the notice; its number is the product's to give. */
export function numberNotice(values: Values, before: Values | null): void {
  const last = Number(before?.noticeVersion ?? 0)
  const isNew = Boolean(values.notice) && values.notice !== before?.notice
  values.noticeVersion = (isNew ? last + 1 : last) || null
  const newest = Number(values.noticeVersion ?? 0)
  if (Number(values.oldestNotice ?? 0) > newest) throw refusal('access.notice_unknown', 'oldestNotice', newest)
}

/**
 * A consent says to which version of its purpose's notice it was given, and what that told. Without a word of either it is
 * today's; a text of its own is no version.
 */
export function nameNotice({ kernel }: Context, values: Values): void {
  const purpose = [...kernel.purposes.values()].find(({ id }) => id === values.purpose)
  const { text, version } = purpose?.notice ?? { text: null, version: 0 }
  const named = values.noticeVersion ?? null
  if (!values.notice && (named ?? version) === version) values.notice = text
  if (named === null) values.noticeVersion = text !== null && values.notice === text ? version : null
  else if (Number(named) > version) throw refusal('access.notice_unknown', 'noticeVersion', version)
  else if (named === version && values.notice !== text) throw refusal('access.notice_differs', 'notice', version)
}

function refusal(code: ErrorCode, path: string, version: number): AppError {
  const params = { version }
  return new AppError(422, code, { params, errors: [{ path, code, params }] })
}
