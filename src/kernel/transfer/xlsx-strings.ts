import { AppError } from '#shared/app-error'
import { tableLimits } from './table-limits.ts'
import { scanAll } from './xml-scanner.ts'
import { plainText } from './xml-text.ts'
import type { ZipPackage } from './zip-package.ts'

const TEXT_COST = 32

/** The texts that cells point to by number; without the phonetic guides of East Asian sheets. */
export async function readSharedStrings(zip: ZipPackage, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  let text = ''
  let total = 0
  let phonetic = false
  let inText = false
  await scanAll(zip.read(part), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic = true
      inText = name === 't' && !phonetic
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic = false
      if (name !== 'si') return
      total += text.length + TEXT_COST
      if (total > tableLimits.sharedCharacters) throw new AppError(422, 'transfer.workbook_complex')
      strings.push(unescapeText(text))
    },
    text(raw) {
      if (inText) text += plainText(raw)
    },
  })
  return strings
}

/** Characters that XML cannot hold are written as `_x000D_` (ECMA-376 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
