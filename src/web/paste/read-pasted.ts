import { locales } from '#shared/label'
import type { RegionTable } from '#shared/regions'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { choicesOf } from '../ui/cells/choice.ts'
import { cutAddress, findParts, type Parts } from './find-parts.ts'

type Form = { fields: readonly FieldWire[]; object: ObjectWire }

/** A value that a text seems to have for a field. */
export type Finding = { field: FieldWire; value: string }

/** What cards and chats write before a value, where it is not what the field is called. */
const usual: Readonly<Record<string, readonly string[]>> = {
  person_name: ['姓名', '联系人', '收货人', '收件人', 'name', 'contact'],
  company_name: ['公司', '公司名称', '单位', '单位名称', '企业名称', '抬头', 'company'],
  phone: [
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系电话',
    '联系方式',
    '座机',
    'tel',
    'mobile',
    'phone',
    'mob',
    'm',
    't',
  ],
  email: ['邮箱', '电子邮箱', '邮件', 'e-mail', 'email', 'mail', 'e'],
  address: ['地址', '收货地址', '联系地址', '公司地址', '注册地址', '所在地区', 'address', 'add'],
  url: ['网址', '官网', '网站', 'web', 'website'],
  credit_code: ['税号', '统一社会信用代码', '纳税人识别号', '信用代码'],
}
const chats: readonly string[] = ['微信', '微信号', 'wechat']
const titles: readonly string[] = ['职务', '职位', '岗位', 'title', 'position']
const readable = new Set([
  ...Object.keys(usual),
  'text',
  'long_text',
  'region',
  'choice',
  'bank_account',
  'resident_id',
])

/** Reads a card, an address or a chat: what is labelled goes to the field of that name, the rest to where its kind fits first. */
export function readPasted(
  text: string,
  { fields, object, regions }: Form & { regions: RegionTable },
): readonly Finding[] {
  const taken = new Map<string, Finding>()
  const give = (field: FieldWire | undefined, value: string | undefined): void => {
    if (field && value && !taken.has(field.name)) taken.set(field.name, { field, value })
  }
  const free = (kind: string): FieldWire | undefined =>
    fields.find((field) => field.kind === kind && !taken.has(field.name) && !isFax(field))
  const { labelled, rest } = cutLabels(text.normalize('NFKC').replace(/\r\n?/g, '\n'), { fields, object })
  const giveAddress = (value: string, street?: FieldWire): void => {
    const { found } = cutAddress(value, regions)
    give(free('region'), found?.region)
    give(street ?? free('address'), found ? found.street : value)
  }
  for (const { field, value } of labelled) {
    if (field.kind === 'address') giveAddress(value, field)
    else if (field.kind === 'region') give(field, regions.read(value))
    else if (field.kind === 'choice') give(field, choiceNamed(field, value))
    else give(field, value)
  }
  const parts = findParts(rest, regions)
  const title = fields.find(({ name }) => name === object.title)
  if (title?.kind === 'company_name') give(title, parts.company_name[0] ?? parts.person_name[0])
  if (title?.kind === 'person_name') give(title, parts.person_name[0])
  give(
    fields.find((field) => isNamed(field, titles)),
    parts.position[0],
  )
  give(
    fields.find((field) => isNamed(field, chats)),
    parts.wechat[0],
  )
  for (const kind of ['phone', 'email', 'url', 'credit_code', 'region', 'address'] as const)
    for (const value of distinct(parts, kind, taken)) give(free(kind), value)
  return fields.flatMap(({ name }) => taken.get(name) ?? [])
}

function distinct(parts: Parts, kind: keyof Parts, taken: ReadonlyMap<string, Finding>): readonly string[] {
  const known = new Set([...taken.values()].map(({ value }) => compact(value)))
  return [...new Set(parts[kind])].filter((value) => !known.has(compact(value)))
}

function compact(value: string): string {
  return value.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
}

type Labelled = { field: FieldWire; value: string }

/** Parts off what stands behind a label and a colon, up to the next label or the end of the line. */
function cutLabels(text: string, form: Form): { labelled: readonly Labelled[]; rest: string } {
  const byLabel = labelsOf(form)
  const names = [...byLabel.keys()].sort((one, other) => other.length - one.length).map(escaped)
  if (names.length === 0) return { labelled: [], rest: text }
  const label = new RegExp(`(?<=^|[\\s,;|、。])(${names.join('|')})\\s*:\\s*`, 'giu')
  const labelled: Labelled[] = []
  const lines = text.split('\n').map((line) => {
    const found = [...line.matchAll(label)]
    for (const [at, match] of found.entries()) {
      const field = byLabel.get((match[1] ?? '').toLowerCase())
      const end = found[at + 1]?.index ?? line.length
      const value = line.slice(match.index + match[0].length, end).replace(/[\s,;|、。]+$/u, '')
      if (field && value) labelled.push({ field, value })
    }
    return line.slice(0, found[0]?.index ?? line.length)
  })
  return { labelled, rest: lines.join('\n') }
}

/** Labels and names by which an import finds a column, then what is usual for its kind. */
function labelsOf({ fields, object }: Form): ReadonlyMap<string, FieldWire> {
  const byLabel = new Map<string, FieldWire>()
  const add = (field: FieldWire, name: string): void => {
    const key = name.toLowerCase()
    if (!byLabel.has(key)) byLabel.set(key, field)
  }
  const read = fields.filter(({ kind }) => readable.has(kind))
  for (const field of read) for (const name of namesOf(field)) add(field, name)
  // Whoever is named is whom the record is about, and none of those whom it names besides.
  const isUsual = (field: FieldWire): boolean => field.kind !== 'person_name' || field.name === object.title
  for (const field of read)
    if (isUsual(field) && !isFax(field)) for (const name of usual[field.kind] ?? []) add(field, name)
  return byLabel
}

function namesOf({ label, aliases }: FieldWire): readonly string[] {
  return [...locales.map((locale) => label[locale]), ...aliases]
}

function isNamed(field: FieldWire, names: readonly string[]): boolean {
  return field.kind === 'text' && namesOf(field).some((name) => names.includes(name.toLowerCase()))
}

function isFax(field: FieldWire): boolean {
  return field.kind === 'phone' && namesOf(field).some((name) => /传真|fax/i.test(name))
}

function choiceNamed(field: FieldWire, text: string): string | undefined {
  return choicesOf(field).find(({ label }) => locales.some((locale) => label[locale] === text))?.value
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
