import { brokenXml } from './xml-text.ts'

/** Names come without prefix, texts and attributes with their entities, which only some readers need. */
export type XmlHandler = {
  open(name: string, attributes: string): void
  close?(name: string): void
  text?(raw: string): void
}

const LONGEST_PIECE = 1_000_000
const DEEPEST = 200

/** Feeds a part of a package to a handler, yielding after each piece so that what it made can be taken away. */
export async function* scanned(bytes: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const scanner = new XmlScanner(handler)
  try {
    for await (const chunk of bytes) {
      scanner.write(decoder.decode(chunk, { stream: true }))
      yield
    }
    scanner.write(decoder.decode())
  } catch (cause) {
    throw cause instanceof TypeError ? brokenXml(cause) : cause
  }
  scanner.end()
  yield
}

/** Reads a whole part into a handler. */
export async function scanAll(bytes: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of scanned(bytes, handler));
}

/** Reads XML piece by piece in level memory. Refuses document types, hence a file has no entities of its own. */
class XmlScanner {
  private rest = ''
  private depth = 0
  private readonly handler: XmlHandler

  constructor(handler: XmlHandler) {
    this.handler = handler
  }

  write(chunk: string): void {
    this.rest += chunk
    let at = 0
    for (;;) {
      const start = this.rest.indexOf('<', at)
      if (start === -1) break
      if (start > at) this.handler.text?.(this.rest.slice(at, start))
      at = start
      const next = this.markup(start)
      if (next === -1) break
      at = next
    }
    this.rest = this.rest.slice(at)
    if (this.rest.length > LONGEST_PIECE) throw brokenXml()
  }

  end(): void {
    if (this.depth !== 0 || this.rest.trim() !== '') throw brokenXml()
  }

  /** Position after the markup that starts here; -1 while its end has not come yet. */
  private markup(start: number): number {
    const { rest } = this
    const mark = rest.charCodeAt(start + 1)
    if (mark === 63) return after(rest, '?>', start)
    if (mark !== 33) {
      const end = endOfTag(rest, start + 1)
      if (end !== -1) this.element(start, end)
      return end === -1 ? -1 : end + 1
    }
    if (rest.startsWith('<!--', start)) return after(rest, '-->', start + 4)
    if (rest.length - start < 9) return -1
    if (!rest.startsWith('<![CDATA[', start)) throw brokenXml()
    const next = after(rest, ']]>', start)
    if (next !== -1) this.handler.text?.(rest.slice(start + 9, next - 3).replaceAll('&', '&amp;'))
    return next
  }

  private element(start: number, end: number): void {
    const closes = this.rest.charCodeAt(start + 1) === 47
    const empty = !closes && this.rest.charCodeAt(end - 1) === 47
    const inner = this.rest.slice(start + (closes ? 2 : 1), empty ? end - 1 : end)
    const space = inner.search(/\s/)
    const name = space === -1 ? inner : inner.slice(0, space)
    const local = name.slice(name.indexOf(':') + 1)
    if (closes) this.depth--
    else if (!empty) this.depth++
    if (this.depth < 0 || this.depth > DEEPEST) throw brokenXml()
    if (!closes) this.handler.open(local, space === -1 ? '' : inner.slice(space))
    if (closes || empty) this.handler.close?.(local)
  }
}

function after(text: string, mark: string, start: number): number {
  const at = text.indexOf(mark, start)
  return at === -1 ? -1 : at + mark.length
}

function endOfTag(text: string, start: number): number {
  let quote = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return at
    else if (code === 34 || code === 39) quote = code
  }
  return -1
}
