import { z } from 'zod'
import { type Context, type ObjectType, objectWire, probe, sealState, titleFieldOf } from '#kernel'
import type { DefinitionsWire } from '#shared/wire'
import { version as release } from '../version.ts'
import { mayRead } from './may-read.ts'
import { type Route, route } from './route.ts'

const found = z.object({
  items: z.array(z.object({ object: z.string(), id: z.uuid(), title: z.string(), detail: z.string() })),
})
const perObject = 8
const mostFound = 20

export const definitionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/health',
    byKey: 'any',
    status: 200,
    open: true,
    answer: z.object({ status: z.literal('ok'), version: z.string(), trail: z.enum(['good', 'late']) }),
    summary: { zh: '服务状态', en: 'Health' },
    handle: async ({ kernel }) => {
      await probe(kernel.db)
      return { status: 'ok', version: release, trail: await sealState(kernel.db) }
    },
  }),
  route({
    method: 'GET',
    url: '/api/definitions',
    byKey: 'any',
    status: 200,
    etag: true,
    answer: z.object({
      version: z.number(),
      modules: z.array(z.string()),
      objects: z.array(z.looseObject({ name: z.string(), path: z.string() })),
    }),
    summary: { zh: '对象与字段定义', en: 'Objects and their fields' },
    handle: async ({ ctx, kernel }): Promise<DefinitionsWire> => {
      const objects = [...kernel.registry.objects.values()].map((type) => objectWire(ctx, type))
      const { version, off } = kernel.registry
      const modules = kernel.modules.map(({ name }) => name).filter((name) => !off.has(name))
      return { version, modules, objects: objects.filter(({ can }) => can.includes('read')) }
    },
  }),
  route({
    method: 'GET',
    url: '/api/regions',
    byKey: 'any',
    status: 200,
    etag: true,
    open: true,
    answer: z.array(z.looseObject({ code: z.string(), name: z.string() })),
    summary: { zh: '行政区划', en: 'Administrative divisions' },
    handle: async ({ kernel, reply }) => {
      reply.header('cache-control', 'public, max-age=86400')
      return kernel.regions.tree
    },
  }),
  route({
    method: 'GET',
    url: '/api/search',
    byKey: 'all',
    status: 200,
    problems: [429],
    query: z.strictObject({ q: z.string().min(1).max(200) }),
    answer: found,
    summary: { zh: '全局搜索', en: 'Search everything' },
    handle: async ({ ctx, kernel, query }): Promise<z.infer<typeof found>> => {
      const types = [...kernel.registry.objects.values()].filter(
        (type) => type.searchable.length && type.definition.navigation && mayRead(type, ctx.actor),
      )
      const pages = await Promise.all(
        types.map(async (type) => ({
          type,
          page: await ctx.recordsNamed(type.name).list({ search: query.q, limit: perObject, uncounted: true }),
        })),
      )
      return {
        items: pages
          .flatMap(({ type, page }) =>
            page.items.map(({ id, values }) => ({
              object: type.name,
              id,
              title: String(values[titleFieldOf(type, ctx.locale)] ?? ''),
              detail: detailOf(ctx, type, { values, titles: page.titles }),
            })),
          )
          .slice(0, mostFound),
      }
    },
  }),
]

const factsTold = 4

/** The first facts that a list would show, as words: what tells two records of one name apart. */
function detailOf(
  ctx: Context,
  type: ObjectType,
  record: { values: Record<string, unknown>; titles: Record<string, string> },
): string {
  const facts = (type.definition.views.list ?? []).flatMap((name) => {
    const bound = type.fields.get(name)
    const value = record.values[name]
    // Without its heading a bare "yes" says nothing.
    if (!bound || bound.sealed || name === titleFieldOf(type, ctx.locale) || typeof value === 'boolean') return []
    if (value === null || value === undefined) return []
    return [bound.kind.format(value, bound.field, ctx.formatEnv(record.titles))]
  })
  return facts.slice(0, factsTold).join(' · ')
}
