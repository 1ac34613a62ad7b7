import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { ErrorCode } from '#shared/error-codes'
import type { Parsed } from '../../kernel/object/kind.ts'
import { problem } from '../parsed.ts'

const extensionForm =
  /\s*(?:[;,]?\s*(?:ext(?:ension)?\.?|x)\s*[=:.]?\s*|转\s*|[,;]?\s*(?:分机号?|内线)\s*[:：]?\s*)(\d{1,8})\s*$/i
const labelForm =
  /^(?:电话|手机号?码?|固话|座机|传真|总机|联系电话|联系方式|tel|phone|mobile|mob|fax|cell|t|m)\s*[:：.]?\s*(?=[+(\d])/i
const separators = /\s*(?:[;；、,，/|\n]|或|和)\s*/
const mainlandMobile = /^(?:\+?86|0{1,2}86)?(1[3-9]\d{9})$/

/**
 * Reads a number in the spellings of Chinese lists: blanks, dashes, full width, +86, 0086, 86, 转/ext/分机.
 * Seven or eight digits alone are local and need the area code of the place.
 */
export function readPhone(text: string, areaCode: string | undefined): Parsed<string> {
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text)) return problem('field.number_damaged')
  const { number, extension } = cutExtension(text)
  const parts = number.split(separators).filter((part) => part !== '')
  if (parts.length <= 1) return readOne(parts[0] ?? '', extension, areaCode)
  const values = new Set(
    parts.map((part) => readOne(part, '', areaCode).value).filter((value) => typeof value === 'string'),
  )
  if (values.size > 1) return problem('field.phone_many', { count: values.size })
  const [only] = values
  return only === undefined ? problem('field.phone_invalid') : { value: withExtension(only, extension) }
}

function cutExtension(text: string): { number: string; extension: string } {
  const bare = text.replace(/^[a-z]*tel:/i, '').replace(labelForm, '')
  const match = extensionForm.exec(bare)
  if (match) return { number: bare.slice(0, match.index), extension: match[1] ?? '' }
  // 021-52761868-802: a third group behind a whole landline is the extension.
  const dashed = /^(\(?0\d{2,3}\)?[-\s]?\d{7,8})-(\d{1,6})$/.exec(bare)
  return dashed ? { number: dashed[1] ?? '', extension: dashed[2] ?? '' } : { number: bare, extension: '' }
}

function readOne(text: string, extension: string, areaCode: string | undefined): Parsed<string> {
  if (!/^[+\d\s().\-–—_·]+$/.test(text)) return problem('field.phone_invalid')
  const compact = text.replace(/[^\d+]/g, '').replace(/^\+(?:\+|00)/, '+')
  const mobile = mainlandMobile.exec(compact)
  if (mobile && !isRepeated(mobile[1] ?? '')) return { value: withExtension(`+86${mobile[1]}`, extension) }
  const local = localNumber(compact, areaCode)
  if (!local) return problem('field.phone_area_code')
  const parsed = parsePhoneNumberFromString(local.replace(/^00/, '+'), 'CN')
  if (!parsed?.isValid()) return problem(reasonOf(compact))
  return { value: withExtension(parsed.number, extension) }
}

/** The number with its area code; undefined where that is needed and unknown. */
function localNumber(compact: string, areaCode: string | undefined): string | undefined {
  if (!/^[2-9]\d{6,7}$/.test(compact)) return compact.replace(/^\+86086|^\+860(?=\d{9})/, '+86')
  return areaCode ? `${areaCode.startsWith('0') ? '' : '0'}${areaCode}${compact}` : undefined
}

function withExtension(number: string, extension: string): string {
  return extension === '' ? number : `${number};ext=${extension}`
}

/** 11111111111 is typed to get past a required field. */
function isRepeated(digits: string): boolean {
  return /^1(\d)\1{9}$/.test(digits)
}

function reasonOf(compact: string): ErrorCode {
  const mobile = /^(?:\+?86|0086)?(1[3-9]\d*)$/.exec(compact)
  return mobile && mobile[1]?.length !== 11 ? 'field.phone_length' : 'field.phone_invalid'
}
