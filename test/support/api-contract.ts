import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Answer, OpenApiDocument, OpenApiOperation } from '../../src/server/openapi/document.ts'

export type Seen = { method: string; path: string; status: number }

/** What the OpenAPI document promises, as a check of what the server does. */
export type Contract = {
  /** Throws unless the document declares just this answer; returns which operation it was. */
  check(answer: { method: string; url: string; status: number; contentType: string; body: unknown }): Seen
}

export function contractOf(document: OpenApiDocument): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
  addFormats.default(ajv)
  ajv.addSchema(document, 'openapi')
  const operationAt = operationsOf(document)
  const compiled = new Map<string, ValidateFunction>()
  const validatorOf = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `openapi#${pointer}` })
    compiled.set(pointer, known)
    return known
  }
  return {
    check: ({ method, url, status, contentType, body }) => {
      const { path, operation } = operationAt(method, url)
      const promise = `${method} ${path} -> ${status}`
      const declared = operation.responses[status]
      if (!declared) throw new Error(`${promise}: this status is not in the document. ${JSON.stringify(body)}`)
      const place =
        '$ref' in declared
          ? declared.$ref.slice(1)
          : pointerTo('paths', path, method.toLowerCase(), 'responses', status)
      const content = answerAt(document, declared).content
      const type = contentType.split(';')[0] ?? ''
      if (!content) {
        if (body !== '') throw new Error(`${promise}: the document promises no content. ${JSON.stringify(body)}`)
        return { method, path, status }
      }
      const found = content[type] ? type : '*/*'
      if (!content[found]) throw new Error(`${promise}: the document does not promise ${type}`)
      const validate = validatorOf(`${place}${pointerTo('content', found, 'schema')}`)
      if (!validate(body)) throw new Error(`${promise} is not as the document says:\n${differences(validate, body)}`)
      return { method, path, status }
    },
  }
}

type Located = { path: string; operation: OpenApiOperation }

/** Finds the operation behind an address. One without parameters comes before one with them, as in the server. */
function operationsOf(document: OpenApiDocument): (method: string, url: string) => Located {
  const templates = Object.keys(document.paths)
    .sort((a, b) => a.split('{').length - b.split('{').length)
    .map((path) => ({ path, own: path.split('/') }))
  const byLength = Map.groupBy(templates, ({ own }) => own.length)
  return (method, url) => {
    const parts = new URL(url, 'http://local').pathname.split('/')
    const fits = (own: readonly string[]): boolean =>
      own.every((part, index) => part.startsWith('{') || part === parts[index])
    const path = byLength.get(parts.length)?.find(({ own }) => fits(own))?.path
    const methods: Record<string, OpenApiOperation | undefined> = document.paths[path ?? ''] ?? {}
    const operation = methods[method.toLowerCase()]
    if (!path || !operation) throw new Error(`${method} ${url} is not in the document`)
    return { path, operation }
  }
}

function answerAt(document: OpenApiDocument, declared: Answer | { $ref: string }): Answer {
  const answer = '$ref' in declared ? document.components.responses[declared.$ref.split('/').at(-1) ?? ''] : declared
  if (!answer) throw new Error(`The document has no ${JSON.stringify(declared)}`)
  return answer
}

/** JSON pointer as a fragment of an address. */
function pointerTo(...parts: (string | number)[]): string {
  return parts
    .map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('')
}

function differences({ errors }: ValidateFunction, body: unknown): string {
  return (errors ?? [])
    .slice(0, 8)
    .map(({ instancePath, message, params }) => {
      const value = instancePath
        .split('/')
        .slice(1)
        .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), body)
      return `  ${instancePath || '/'} ${message} ${JSON.stringify(params)}: ${JSON.stringify(value)?.slice(0, 200)}`
    })
    .join('\n')
}
