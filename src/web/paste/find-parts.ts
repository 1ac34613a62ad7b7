import type { RegionTable } from '#shared/regions'
import { readCreditCode } from '../../field-types/credit-code/read-credit-code.ts'
import { isPersonName } from './surnames.ts'

/** What a text says of somebody, by kind of field, each in the order in which it is said. */
export type Parts = Record<
  | 'company_name'
  | 'person_name'
  | 'position'
  | 'phone'
  | 'email'
  | 'wechat'
  | 'url'
  | 'credit_code'
  | 'region'
  | 'address',
  string[]
>

const creditCode = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/giu
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
/** In a chat nobody writes a colon. */
const wechat = /(?:微信号?|\b(?:wechat|weixin|vx|wx))(?: ?(?:是|is|id))? ?([a-z][\w-]{5,19})(?![\w@.-])/giu
const url = /(?:https?:\/\/|www\.)[\w./?=&%#:-]+[\w/]/giu
const phones = [
  /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu,
  /(?<!\d)(?:\(0\d{2,3}\)|0\d{2,3})[ -]?[2-9]\d{6,7}(?: ?(?:转|ext\.?|-) ?\d{1,6})?(?!\d)/giu,
  /(?<!\d)400[ -]?\d{3}[ -]?\d{4}(?!\d)/gu,
]
const companies = [
  /[\p{Script=Han}A-Za-z0-9()&·]{2,40}?(?:有限责任公司|股份有限公司|有限公司|集团公司|公司(?![是叫的在])|集团|事务所|研究院|研究所|合作社|商行|经营部|工厂)(?:\p{Script=Han}{2,10}分公司)?/gu,
  /[A-Z][\w&.' -]{1,40}(?:Co\.?,? ?Ltd\b\.?|Inc\b\.?|LLC\b|Limited\b|Corp\b\.?|GmbH\b)/gu,
]
const introduction = /(?:我叫|我是|联系人是?)(\p{Script=Han}{2,4})(?!\p{Script=Han})/gu
/** What stands before a name in a sentence. */
const chatter = /^.*(?:公司是|公司叫|来自|任职于|就职于|是|叫)(?=.{4})/u
const anyCompany = /^(?:我们|我|贵|本|该|你们|他们|总|分|子|母)?公司$/u
const position =
  /^\p{Script=Han}{0,8}(?:经理|总监|总裁|董事长|主任|主管|工程师|助理|专员|秘书|会计|出纳|采购|销售|顾问|[部科处厂店院校]长|老板|合伙人|负责人|代表|主席)$|^(?:[A-Z][A-Za-z]* ){0,3}(?:CEO|CTO|CFO|COO|Manager|Director|Engineer|President|Assistant|Officer)$/u
const polite = /(?:先生|女士|小姐|老师)$/u
const place = /\d(?:号|室|楼|弄|栋|幢|座|层|单元)|[路街道巷村镇乡园厦]|广场/u
const separators = /[\s,;|、。!/]+/u

export function findParts(text: string, regions: RegionTable): Parts {
  const parts: Parts = {
    company_name: [],
    person_name: [],
    position: [],
    phone: [],
    email: [],
    wechat: [],
    url: [],
    credit_code: [],
    region: [],
    address: [],
  }
  let rest = take(text, email, (found) => parts.email.push(found))
  rest = take(rest, wechat, (_, name) => parts.wechat.push(name))
  rest = take(rest, url, (found) => parts.url.push(found))
  rest = take(rest, creditCode, (found) => readCreditCode(found).value && parts.credit_code.push(found))
  for (const pattern of phones) rest = take(rest, pattern, (found) => parts.phone.push(found))
  for (const pattern of companies)
    rest = take(rest, pattern, (found) => {
      const name = found.replace(chatter, '')
      if (!anyCompany.test(name)) parts.company_name.push(name)
    })
  rest = take(rest, introduction, (_, name) => parts.person_name.push(name.replace(polite, '')))
  for (const line of rest.split('\n')) {
    const { before, found } = cutAddress(line, regions)
    if (found?.region) parts.region.push(found.region)
    if (found?.street) parts.address.push(found.street)
    for (const word of wordsIn(before)) {
      const name = word.replace(polite, '')
      if (position.test(word)) parts.position.push(word)
      else if (isPersonName(name)) parts.person_name.push(name)
    }
  }
  return parts
}

export type Address = { region?: string; street?: string }

/** The address with which a line ends, and what stands before it. */
export function cutAddress(line: string, regions: RegionTable): { before: string; found?: Address } {
  const words = line.split(separators).filter((word) => word !== '')
  for (const at of words.keys()) {
    const compact = words.slice(at).join('')
    const region = leadingRegion(compact, regions)
    const street = compact.slice(region?.length ?? 0)
    if (region ? region.isWhole || place.test(street) : /\d(?:号|室|弄)/u.test(street) && place.test(street.slice(1)))
      return { before: words.slice(0, at).join(' '), found: { region: region?.code, street: street || undefined } }
  }
  return { before: line }
}

/** The longest beginning that names a place; whole, where it says what it is: 浙江省, not 浙江. */
function leadingRegion(text: string, regions: RegionTable) {
  for (let length = Math.min(text.length, 24); length >= 2; length--) {
    const name = text.slice(0, length)
    const code = /[省市区县旗州]$/u.test(name) || length <= 6 ? regions.read(name) : undefined
    if (code) return { code, length, isWhole: /[省市区县旗州]$/u.test(name) && length > 3 }
  }
  return undefined
}

/** English titles have blanks inside. */
function wordsIn(text: string): string[] {
  return text
    .split(/[\t,;|、。!/():]+|(?<=\p{Script=Han}) +| +(?=\p{Script=Han})/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** Hands on what the pattern finds, and leaves a break in its place. */
function take(text: string, pattern: RegExp, keep: (found: string, group: string) => void): string {
  return text.replace(pattern, (found: string, group: unknown) => {
    keep(found.trim(), String(group))
    return '\n'
  })
}
