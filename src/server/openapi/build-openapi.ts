import { isOffered, type ObjectType, type Registry } from '#kernel'
import type { Route } from '../http/route.ts'
import { type Area, areaOf, areas } from './areas.ts'
import type { OpenApiDocument } from './document.ts'
import { outputSchema } from './json-schema.ts'
import { objectSchemas } from './object-schemas.ts'
import { headerParameters, methodOf, operationOf, sharedAnswers } from './operation.ts'
import { problemResponses, problemSchemas } from './problem.ts'

const parametric = '/api/:object'

/** The API as OpenAPI 3.1: every fixed route, and for every object in force the routes of its records with their fields. */
export function buildOpenApi({
  registry,
  routes,
  version,
}: {
  registry: Registry
  routes: readonly Route[]
  version: string
}): OpenApiDocument {
  const objects = [...registry.objects.values()].filter(({ off }) => !off)
  const fixed = routes.filter(({ url, module }) => !url.startsWith(parametric) && !(module && registry.off.has(module)))
  const paths: OpenApiDocument['paths'] = {}
  const add = (route: Route, url: string, facts: { tag: string; type?: ObjectType }): void => {
    const path = url.replace(/:(\w+)/g, '{$1}')
    const method = methodOf(route)
    // What stands there already is a fixed address, which comes first in the server too.
    if (paths[path]?.[method]) return
    paths[path] = { ...paths[path], [method]: operationOf(route, path, facts) }
  }
  for (const route of fixed) add(route, route.url, { tag: areaOf(route.url) })
  for (const type of objects)
    for (const route of routes)
      if (route.url.startsWith(parametric) && (!route.needs || isOffered(type, route.needs)))
        add(route, route.url.replace(':object', type.path), { tag: type.path, type })
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Dossier 客户档案本',
      version,
      description: about.en,
      'x-description-zh': about.zh,
    },
    servers: [{ url: '/' }],
    tags: [...usedAreas(fixed).map(areaTag), ...objects.map(objectTag)],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: {
        ...problemSchemas,
        ...Object.fromEntries(Object.entries(sharedAnswers).map(([name, schema]) => [name, outputSchema(schema)])),
        ...Object.assign({}, ...objects.map(objectSchemas)),
      },
      parameters: headerParameters,
      responses: problemResponses,
      securitySchemes: {
        // Over https the cookie is called __Host-dossier.
        session: { type: 'apiKey', in: 'cookie', name: 'dossier' },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

const about = {
  en: 'Sign in with `POST /api/sessions`; the session is a cookie. Programs send an API key as `Authorization: Bearer …`. Values stand in one form: times in UTC, days as YYYY-MM-DD, amounts in minor units with their currency, choices as codes, other records by id. Texts as people write them (`138 0013 8000`, `1.5万`) are read too. An empty field is `null`. Refusals are `application/problem+json` with a code and a sentence, in Chinese or English by `Accept-Language`.',
  zh: '用 `POST /api/sessions` 登录，会话保存在 cookie 中。程序可用 API 密钥：`Authorization: Bearer …`。取值格式统一：时间为 UTC，日期为 YYYY-MM-DD，金额以最小单位加币种，选项为代码，关联记录为 id。日常写法（`138 0013 8000`、`1.5万`）同样可以识别。空字段为 `null`。拒绝以 `application/problem+json` 答复，含代码和说明，语言由 `Accept-Language` 决定。',
}

function usedAreas(fixed: readonly Route[]): Area[] {
  return [...new Set(fixed.map(({ url }) => areaOf(url)))]
}

function areaTag(name: Area): OpenApiDocument['tags'][number] {
  return { name, description: areas[name].en, 'x-label': areas[name] }
}

function objectTag({ path, definition }: ObjectType): OpenApiDocument['tags'][number] {
  return { name: path, description: definition.label.en, 'x-label': definition.label }
}
