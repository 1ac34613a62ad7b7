import type { ObjectType } from '#kernel'
import { groundsHeader } from '#shared/grounds'
import type { RequestHeader, Route } from '../http/route.ts'
import { answers, bodies } from '../http/schemas.ts'
import { isBodySmall } from '../http/slow-body.ts'
import type { Answer, Content, JsonSchema, OpenApiMethod, OpenApiOperation, Parameter } from './document.ts'
import { refTo } from './document.ts'
import { inputSchema, outputSchema } from './json-schema.ts'
import { parameterWords } from './list-parameters.ts'
import { listSchema, schemaName } from './object-schemas.ts'
import { problemRef } from './problem.ts'

/** One route as the document tells it; for a route of records with the object whose path it stands on. */
export function operationOf(
  route: Route,
  path: string,
  { tag, type }: { tag: string; type?: ObjectType },
): OpenApiOperation {
  return {
    operationId: operationId(route, path),
    summary: type ? `${type.definition.label.en}: ${route.summary.en}` : route.summary.en,
    'x-summary-zh': type ? `${type.definition.label.zh}：${route.summary.zh}` : route.summary.zh,
    tags: [tag],
    parameters: [...pathParameters(path), ...queryParameters(route, type), ...headerRefs(route)],
    ...(route.body || route.upload ? { requestBody: { required: true, content: requestContent(route, type) } } : {}),
    responses: {
      [route.status]: goodAnswer(route, type),
      ...(route.proposal ? { 202: proposalAnswer(route.proposal, type) } : {}),
      ...(route.etag ? { 304: { description: 'The reader has it already.' } } : {}),
      ...Object.fromEntries(problemsOf(route).map((status) => [status, problemRef(status)])),
    },
    ...(route.open ? { security: [] } : route.byKey ? { security: [{ session: [] }, { key: [] }] } : {}),
  }
}

export function methodOf(route: Route): OpenApiMethod {
  switch (route.method) {
    case 'GET':
      return 'get'
    case 'POST':
      return 'post'
    case 'PATCH':
      return 'patch'
    case 'DELETE':
      return 'delete'
  }
}

function operationId({ method }: Route, path: string): string {
  const parts = path
    .replace(/^\/api\//, '')
    .split(/[/.-]/)
    .filter(Boolean)
    .map((part) =>
      part.replace(/^\{(.*)\}$/, 'by-$1').replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    )
  return method.toLowerCase() + parts.join('')
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
}

function queryParameters({ query }: Route, type: ObjectType | undefined): Parameter[] {
  if (!query) return []
  const { properties, required } = inputSchema(query)
  const needed = Array.isArray(required) ? required : []
  // Every query is a zod object, so its properties are a map of schemas.
  return Object.entries((properties ?? {}) as Record<string, JsonSchema>).map(([name, schema]) => {
    const words = type && parameterWords(type, name)
    return {
      name,
      in: 'query',
      required: needed.includes(name),
      ...(words ? { description: words.en, 'x-description-zh': words.zh } : {}),
      schema,
    }
  })
}

const headers: Readonly<Record<RequestHeader, { en: string; zh: string; schema: JsonSchema }>> = {
  'Idempotency-Key': {
    en: 'A text of your own; a request that is repeated with it has one effect and gets the first answer again.',
    zh: '自定的文本；带同一文本的重复请求只生效一次，并得到第一次的答复。',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  'If-Match': {
    en: 'The version that the change is based on, instead of `version` in the body.',
    zh: '修改所依据的版本号，可代替正文中的 `version`。',
    schema: { type: 'string', examples: ['"3"'] },
  },
  'Last-Event-ID': {
    en: 'The last event that was seen; the stream goes on after it.',
    zh: '已收到的最后一个事件编号，从其后继续推送。',
    schema: { type: 'string' },
  },
  [groundsHeader]: {
    en: 'What a change that has to wait for approval is founded on: JSON with `reason`, `source`, `files` (ids of uploads) and `linked` (records of the same file, each with `object` and `record`), percent-encoded. `together`: changes of many records become one request.',
    zh: '须审批的变更的依据：含 `reason`（理由）、`source`（来源）、`files`（已上传文件的编号）、`linked`（同一档案的记录，各含 `object` 和 `record`）的 JSON（百分号编码）。`together`：批量变更合为一份申请。',
    schema: { type: 'string' },
  },
  'X-Dossier-Purpose': {
    en: 'Code of the purpose of use, percent-encoded; it stands in the access log.',
    zh: '使用目的的代码（百分号编码），记入访问日志。',
    schema: { type: 'string' },
  },
}

/** Headers are the same for every operation, which refers to them. */
export const headerParameters: Readonly<Record<string, Parameter>> = Object.fromEntries(
  Object.entries(headers).map(([name, { en, zh, schema }]) => [
    name,
    { name, in: 'header', required: false, description: en, 'x-description-zh': zh, schema },
  ]),
)

function headerRefs(route: Route): { $ref: string }[] {
  const named: RequestHeader[] = [
    ...(route.headers ?? []),
    ...(route.proposal ? ([groundsHeader] as const) : []),
    ...(route.open ? [] : (['X-Dossier-Purpose'] as const)),
  ]
  return named.map((name) => ({ $ref: `#/components/parameters/${name}` }))
}

function requestContent(route: Route, type: ObjectType | undefined): Content {
  if (route.upload) {
    const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
    return { 'multipart/form-data': { schema } }
  }
  if (type && route.body === bodies.create)
    return { 'application/json': { schema: refTo(`${schemaName(type)}Create`) } }
  if (type && route.body === bodies.patch) return { 'application/json': { schema: refTo(`${schemaName(type)}Patch`) } }
  return { 'application/json': { schema: route.body ? inputSchema(route.body) : {} } }
}

function goodAnswer(route: Route, type: ObjectType | undefined): Answer {
  const content: Content = {}
  if (route.answer) content['application/json'] = { schema: answerSchema(route.answer, type) }
  // A stored file comes back as whatever it is.
  if (route.contentType)
    content[route.contentType === 'application/octet-stream' ? '*/*' : route.contentType] = {
      schema: { type: 'string' },
    }
  const description =
    route.status === 204 ? 'Done.' : route.status === 202 ? 'Accepted; it goes on by itself.' : 'Good.'
  return {
    description,
    ...(route.etag ? { headers: { ETag: { schema: { type: 'string' } } } } : {}),
    ...(Object.keys(content).length ? { content } : {}),
  }
}

function proposalAnswer(answer: NonNullable<Route['proposal']>, type: ObjectType | undefined): Answer {
  return {
    description: 'Kept as a change request; somebody else signs first.',
    content: { 'application/json': { schema: answerSchema(answer, type) } },
  }
}

function answerSchema(answer: NonNullable<Route['answer']>, type: ObjectType | undefined): JsonSchema {
  if (type && answer === answers.record) return refTo(`${schemaName(type)}Answer`)
  if (type && answer === answers.list) return listSchema(type)
  const shared = Object.entries(sharedAnswers).find(([, schema]) => schema === answer)
  return shared ? refTo(shared[0]) : outputSchema(answer)
}

/** Answers that look the same for every object. */
export const sharedAnswers = {
  Groups: answers.groups,
  BulkResult: answers.bulk,
  History: answers.history,
  Timeline: answers.timeline,
}

/** What any route of this form can refuse, and what this one adds. */
function problemsOf(route: Route): number[] {
  const writes = route.method !== 'GET'
  const statuses = new Set<number>([429, 500, 503, ...(route.problems ?? [])])
  if (!route.open) for (const status of [401, 403]) statuses.add(status)
  if (route.query || route.body || route.headers?.length || writes) statuses.add(400)
  if (writes) statuses.add(403)
  if (isBodySmall(route)) statuses.add(408)
  if (route.url.includes(':')) statuses.add(404)
  if (writes && route.method !== 'DELETE') for (const status of [413, 415]) statuses.add(status)
  if (route.body || route.upload) statuses.add(422)
  return [...statuses].sort((a, b) => a - b)
}
