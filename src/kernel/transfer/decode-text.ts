import { AppError } from '#shared/app-error'
import { type Content, contentPieces } from '../files/content.ts'
import type { Encoding } from './table.ts'

/** The text of a file in pieces, with `\n` as the only line end and without NUL, which no database text can hold. */
export async function* decodedText(content: Content | string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let lines = 1
  let held = ''
  for await (const bytes of contentPieces(content)) {
    const text =
      held +
      attempt(
        () => decoder.decode(bytes, { stream: true }),
        encoding,
        () => lines + brokenLine(bytes, encoding),
      )
    held = text.endsWith('\r') ? '\r' : ''
    const clean = oneLineEnd(held ? text.slice(0, -1) : text)
    lines += countLines(clean)
    yield clean
  }
  const tail =
    held +
    attempt(
      () => decoder.decode(),
      encoding,
      () => lines,
    )
  if (tail) yield oneLineEnd(tail)
}

function attempt(decode: () => string, encoding: Encoding, line: () => number): string {
  try {
    return decode()
  } catch (cause) {
    throw new AppError(422, 'transfer.encoding_broken', { params: { encoding, line: line() }, cause })
  }
}

function oneLineEnd(text: string): string {
  const ended = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return ended.includes('\0') ? ended.replaceAll('\0', '') : ended
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

function brokenLine(bytes: Buffer, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true })
  // The first characters may be the rest of one that began in the piece before.
  const at = text.indexOf('\ufffd', 3)
  return countLines(oneLineEnd(text.slice(0, Math.max(at, 0))))
}
