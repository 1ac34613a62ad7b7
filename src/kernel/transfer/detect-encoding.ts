import { AppError } from '#shared/app-error'
import { type Content, contentPieces } from '../files/content.ts'
import type { Encoding } from './table.ts'

const UTF8_MARK = Buffer.from('\ufeff')

/** Encoding of a text file, judged by the first window of it that is not plain ASCII. */
export async function detectEncoding(content: Content | string): Promise<Encoding> {
  let first = true
  for await (const head of contentPieces(content)) {
    const wide = first ? zeroBytesEncoding(head) : undefined
    if (wide) return wide
    if (first && head.subarray(0, 3).equals(UTF8_MARK)) return 'utf-8'
    first = false
    if (head.some((byte) => byte > 127)) return encodingOf(head)
  }
  return 'utf-8'
}

/** UTF-16 by its mark, or by zeros that stand on one side only: the high bytes of commas, digits and line ends. */
export function zeroBytesEncoding(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if ((even + odd) * 50 < head.length || even + odd === 0) return undefined
  // PNG, JPEG and the like have as many zeros on either side.
  if (odd >= even * 20 && looksReadable(head, 'utf-16le')) return 'utf-16le'
  if (even >= odd * 20 && looksReadable(head, 'utf-16be')) return 'utf-16be'
  return undefined
}

function looksReadable(head: Buffer, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)))
  for (let at = 0; at < text.length; at++) if (isBinaryControl(text.charCodeAt(at))) return false
  // In UTF-16 most bytes that look like line ends and commas are such; in other texts with a few zeros they are not.
  const marks = text.match(/[\n,]/g)?.length ?? 0
  return marks * 2 >= head.filter((byte) => byte === 10 || byte === 44).length
}

/** A control character that no text file holds; 26 ended files on DOS. */
export function isBinaryControl(code: number): boolean {
  return code < 32 && (code < 9 || code > 13) && code !== 26
}

function encodingOf(head: Buffer): Encoding {
  if (decodes(head, 'utf-8') || isDamagedUtf8(head)) return 'utf-8'
  if (decodes(head, 'gb18030')) return 'gb18030'
  throw new AppError(422, 'transfer.encoding_unknown')
}

function decodes(head: Buffer, encoding: Encoding): boolean {
  try {
    // As a stream, so that a character cut by the end of the window counts as whole.
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** One broken character must not turn a UTF-8 file into GB18030: most of its bytes would pass as other characters. */
function isDamagedUtf8(head: Buffer): boolean {
  let broken = 0
  let whole = 0
  for (const character of new TextDecoder('utf-8').decode(head, { stream: true })) {
    if (character === '\ufffd') broken++
    else if (character > '\u007f') whole++
  }
  return whole > broken * 3
}
