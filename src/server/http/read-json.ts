import type { FastifyInstance } from 'fastify'
import { AppError } from '#shared/app-error'

/** Bodies in JSON, as Fastify reads them, but that no name stands twice: readers differ over which of the two counts. */
export function readJsonBodies(server: FastifyInstance): void {
  // What carries __proto__, or a constructor with a prototype, is refused by Fastify itself.
  const read = server.getDefaultJsonParser('error', 'error')
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    read(request, body, (error, value) => done(error ?? refusalOf(body), value))
  })
}

function refusalOf(text: string): AppError | null {
  const field = repeatedName(text)
  return field === undefined ? null : new AppError(400, 'request.repeated_field', { params: { field } })
}

/** Names, and the brackets between which they must differ; what stands inside other texts is passed over whole. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(?=(\s*:)?)|[{}]/g

/** A name that one object of a well-formed JSON text has twice. */
export function repeatedName(text: string): string | undefined {
  const open: Set<string>[] = []
  for (const [token, colon] of text.matchAll(tokens)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon !== undefined) {
      // Written with or without escapes it is the same name.
      const name = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1)
      const names = open.at(-1)
      if (names?.has(name)) return name
      names?.add(name)
    }
  }
  return undefined
}
