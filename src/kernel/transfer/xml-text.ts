import { AppError } from '#shared/app-error'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,20}));/gi
const patterns = new Map<string, RegExp>()

/** Text with its entities read; those that only a document type could define are refused. */
export function plainText(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(ENTITY, (_, hex?: string, decimal?: string, name = '') => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
    if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    const character = named[name]
    if (character === undefined) throw brokenXml()
    return character
  })
}

/** Value of an attribute by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name)
  if (!pattern) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    patterns.set(name, pattern)
  }
  const match = pattern.exec(attributes)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? undefined : plainText(value)
}

export function brokenXml(cause?: unknown): AppError {
  return new AppError(422, 'transfer.workbook_broken', { cause })
}
