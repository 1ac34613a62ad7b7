import type { Context, Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { locales } from '#shared/label'
import { toldIn } from '#shared/told-in'

/** The languages in which people can be told. */
export const languages = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } as const

const fields = { zh: 'noticeZh', en: 'noticeEn' } as const

/** Another text in either language is another version of the notice; its number is the product's to give. */
export function numberNotice(values: Values, before: Values | null): void {
  const last = Number(before?.noticeVersion ?? 0)
  const isNew = Object.values(fields).some((field) => values[field] && values[field] !== before?.[field])
  values.noticeVersion = (isNew ? last + 1 : last) || null
  const newest = Number(values.noticeVersion ?? 0)
  if (Number(values.oldestNotice ?? 0) > newest)
    throw refusal('access.notice_unknown', 'oldestNotice', { version: newest })
}

/**
 * A consent says to which version of its purpose's notice it was given, in which language, and what that told. Without a word of
 * them it is today's, in the language of who records it where there is one; a text of its own is no version.
 */
export function nameNotice({ kernel, locale }: Context, values: Values): void {
  const purpose = [...kernel.purposes.values()].find(({ id }) => id === values.purpose)
  const { texts, version } = purpose?.notice ?? { texts: { zh: null, en: null }, version: 0 }
  const named = values.noticeVersion ?? null
  if (Number(named ?? 0) > version) throw refusal('access.notice_unknown', 'noticeVersion', { version })
  if (named !== null && Number(named) < version) return
  const there = locales.filter((language) => texts[language])
  const chosen = values.noticeLanguage ?? null
  const told = values.notice
    ? there.find((language) => texts[language] === values.notice && (chosen === null || chosen === language))
    : toldIn(texts, chosen, locale)
  if (told) Object.assign(values, { notice: texts[told], noticeVersion: version, noticeLanguage: told })
  else if (!values.notice && there.length)
    throw refusal('access.notice_language', 'noticeLanguage', {
      languages: there.map((language) => languages[language][locale]).join(', '),
    })
  else if (values.notice && named !== null) throw refusal('access.notice_differs', 'notice', { version })
}

function refusal(code: ErrorCode, path: string, params: Record<string, string | number>): AppError {
  return new AppError(422, code, { params, errors: [{ path, code, params }] })
}
