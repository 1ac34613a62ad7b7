import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { kinds } from '#field-types'
import { buildRegistry, type Registry } from '#kernel'
import { modules } from '../modules.ts'
import { buildOpenApi } from '../openapi/build-openapi.ts'
import type { OpenApiDocument } from '../openapi/document.ts'
import { version } from '../version.ts'
import { type Route, route } from './route.ts'

const folder = join(import.meta.dirname, '../openapi/docs')

/** The document of the API and the page that shows it; `routes` are all of the server's, these included. */
export function openApiRoutes(routes: () => readonly Route[]): readonly Route[] {
  const documents = new WeakMap<Registry, OpenApiDocument>()
  const documentOf = (registry: Registry): OpenApiDocument => {
    const known = documents.get(registry)
    if (known) return known
    const made = buildOpenApi({ registry, routes: routes(), version })
    documents.set(registry, made)
    return made
  }
  // What a company has added to the product is nobody's business outside.
  const standard = buildRegistry(modules, kinds)
  return [
    route({
      method: 'GET',
      url: '/api/openapi.json',
      byKey: 'any',
      status: 200,
      open: true,
      etag: true,
      answer: z.looseObject({ openapi: z.string() }),
      summary: {
        zh: '接口描述（OpenAPI），登录后含自定义对象',
        en: 'This document; custom objects too for who is signed in',
      },
      handle: async ({ ctx, kernel }) => documentOf(ctx.actor.id ? kernel.registry : standard),
    }),
    page('/api/docs', 'docs.html', 'text/html', { zh: '接口文档页面', en: 'Page to read and try the API' }),
    page('/api/docs/docs.js', 'docs.js', 'text/javascript', { zh: '文档页面的脚本', en: 'Script of that page' }),
    page('/api/docs/docs.css', 'docs.css', 'text/css', { zh: '文档页面的样式', en: 'Style of that page' }),
  ]
}

function page(url: string, file: string, contentType: string, summary: Route['summary']): Route {
  const content = readFileSync(join(folder, file), 'utf8')
  return route({
    method: 'GET',
    url,
    byKey: 'any',
    status: 200,
    open: true,
    contentType,
    summary,
    handle: async ({ reply }) => {
      reply.type(`${contentType}; charset=utf-8`).header('cache-control', 'no-cache')
      return content
    },
  })
}
