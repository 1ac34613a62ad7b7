import { z } from 'zod'
import {
  type Context,
  isUuid,
  type ListQuery,
  moduleOff,
  type ObjectType,
  type Records,
  type Selection,
  wireOf,
} from '#kernel'
import { AppError } from '#shared/app-error'
import type { Filter } from '#shared/filter'
import { groundsHeader } from '#shared/grounds'
import type { ListWire } from '#shared/wire'
import { repeatedName } from './read-json.ts'
import { type Call, type Route, route } from './route.ts'
import { answers, bodies, largestVersion } from './schemas.ts'

/** Records of every object come through these; what `:object` may be is decided by the definitions in force. */
function recordsAt(ctx: Context, params: Call['params']): Records {
  const type = typeAt(ctx, params)
  return ctx.recordsNamed(type.name)
}

export function typeAt(ctx: Context, params: Call['params']): ObjectType {
  const type = ctx.kernel.registry.byPath.get(params.object ?? '')
  if (!type) throw new AppError(404, 'request.not_found')
  if (type.off) throw moduleOff(ctx, type.off)
  return type
}

export async function answerList(ctx: Context, type: ObjectType, query: ListQuery): Promise<ListWire> {
  const page = await ctx.recordsNamed(type.name).list(query)
  return { ...page, items: page.items.map((item) => wireOf(ctx, type, item)) }
}

const whereParam = z
  .string()
  .max(10_000)
  .transform((text, issues): Filter => {
    const refuse = (message: string) => {
      issues.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    try {
      // The filter parser of the kernel checks every key of what stands here.
      const filter = JSON.parse(text) as Filter
      const twice = repeatedName(text)
      return twice === undefined ? filter : refuse(`"${twice}" twice`)
    } catch {
      return refuse('is not JSON')
    }
  })
const commaList = z
  .string()
  .max(2_000)
  .transform((text) => text.split(',').filter(Boolean))
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

const listQuery = z.strictObject({
  search: z.string().max(200).optional(),
  where: whereParam.optional(),
  sort: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  after: z.string().max(2_000).optional(),
  deleted: flag.optional(),
  fields: commaList.optional(),
})

const groupQuery = z.strictObject({
  by: z.string().optional(),
  per: z.string().max(20).optional(),
  sum: commaList.optional(),
  where: whereParam.optional(),
  search: z.string().max(200).optional(),
})

export const recordRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/:object',
    byKey: 'object',
    status: 200,
    problems: [429],
    query: listQuery,
    answer: answers.list,
    summary: { zh: '列表、筛选与搜索', en: 'List, filter and search' },
    handle: ({ ctx, params, query }) => answerList(ctx, typeAt(ctx, params), query),
  }),
  route({
    method: 'POST',
    url: '/api/:object',
    byKey: 'object',
    status: 201,
    needs: 'create',
    headers: ['Idempotency-Key'],
    query: z.strictObject({ check: z.literal('duplicates').optional() }),
    body: bodies.create,
    answer: answers.record,
    summary: { zh: '新建', en: 'Create' },
    proposal: answers.record,
    handle: ({ ctx, params, query, body: { toComplete, ...input }, request }) => {
      const records = recordsAt(ctx, params)
      if (toComplete && !records.type.hooks.later) throw new AppError(422, 'record.never_unfinished')
      const key = idempotencyKey(request.headers['idempotency-key'])
      return records.create(input, { idempotencyKey: key, later: toComplete, check: query.check !== undefined })
    },
  }),
  route({
    method: 'GET',
    url: '/api/:object/groups',
    byKey: 'object',
    status: 200,
    problems: [429],
    query: groupQuery,
    answer: answers.groups,
    summary: { zh: '按字段分组计数与求和', en: 'Count and sum by a field' },
    handle: ({ ctx, params, query: { by, sum, ...query } }) =>
      recordsAt(ctx, params).groupBy(by, { ...query, sums: sum }),
  }),
  route({
    method: 'POST',
    url: '/api/:object/bulk-changes',
    byKey: 'object',
    status: 200,
    headers: [groundsHeader],
    needs: 'update',
    problems: [413],
    answer: answers.bulk,
    body: bodies.bulkChange,
    summary: { zh: '批量修改', en: 'Change many' },
    handle: ({ ctx, params, body }) => recordsAt(ctx, params).updateMany(selection(body), body),
  }),
  route({
    method: 'POST',
    url: '/api/:object/bulk-deletions',
    byKey: 'object',
    status: 200,
    headers: [groundsHeader],
    needs: 'delete',
    problems: [413],
    answer: answers.bulk,
    body: bodies.bulkDeletion,
    summary: { zh: '批量删除', en: 'Delete many' },
    handle: ({ ctx, params, body }) => recordsAt(ctx, params).removeMany(selection(body), body),
  }),
  route({
    method: 'GET',
    url: '/api/:object/:id',
    byKey: 'object',
    status: 200,
    query: z.strictObject({ deleted: flag.optional() }),
    answer: answers.record,
    summary: {
      zh: '查看一条记录；deleted=true 时从回收站中查看',
      en: 'Read one record; with deleted=true from the recycle bin',
    },
    problems: [429],
    handle: ({ ctx, params, query }) => recordsAt(ctx, params).get(idOf(params), query),
  }),
  route({
    method: 'PATCH',
    url: '/api/:object/:id',
    byKey: 'object',
    status: 200,
    needs: 'update',
    headers: ['If-Match'],
    problems: [409, 428],
    body: bodies.patch,
    answer: answers.record,
    summary: { zh: '修改；需带版本号', en: 'Change; needs the version' },
    proposal: answers.record,
    handle: ({ ctx, params, body, request }) => {
      const { version = versionIn(request.headers['if-match']), reason, settle, verified, ...patch } = body
      return recordsAt(ctx, params).update(idOf(params), patch, { version, reason, settle, verified })
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/:object/:id',
    byKey: 'object',
    status: 204,
    needs: 'delete',
    problems: [409],
    query: z.strictObject({ reason: z.string().max(500).optional() }),
    summary: { zh: '移入回收站', en: 'Move to the recycle bin' },
    proposal: answers.proposal,
    handle: ({ ctx, params, query }) => recordsAt(ctx, params).remove(idOf(params), query),
  }),
  route({
    method: 'POST',
    url: '/api/:object/:id/restoration',
    byKey: 'object',
    status: 200,
    needs: 'delete',
    problems: [409],
    answer: answers.record,
    summary: { zh: '从回收站恢复', en: 'Restore from the recycle bin' },
    proposal: answers.record,
    handle: ({ ctx, params }) => recordsAt(ctx, params).restore(idOf(params)),
  }),
  route({
    method: 'POST',
    url: '/api/:object/:id/reveals',
    status: 200,
    needs: 'reveal',
    problems: [429],
    body: bodies.reveal,
    answer: answers.reveal,
    summary: { zh: '查看一个脱敏字段的原值', en: 'Show one masked value' },
    handle: async ({ ctx, params, body }) => ({ value: await recordsAt(ctx, params).reveal(idOf(params), body) }),
  }),
  route({
    method: 'POST',
    url: '/api/:object/:id/verifications',
    byKey: 'object',
    status: 200,
    needs: 'verify',
    problems: [409],
    body: bodies.verification,
    answer: answers.record,
    summary: { zh: '核实一个字段的值，或说明查不到', en: 'Verify a value, or say that it cannot be found out' },
    handle: ({ ctx, params, body }) => recordsAt(ctx, params).verify(idOf(params), body),
  }),
  route({
    method: 'GET',
    url: '/api/:object/:id/history',
    byKey: 'object',
    status: 200,
    query: z.strictObject({ after: z.string().optional() }),
    answer: answers.history,
    summary: { zh: '字段变更历史', en: 'History of every field' },
    problems: [429],
    handle: async ({ ctx, params, query }) => recordsAt(ctx, params).history(idOf(params), query.after),
  }),
  route({
    method: 'POST',
    url: '/api/:object/:id/history/:change/restoration',
    byKey: 'object',
    status: 200,
    needs: 'update',
    problems: [409],
    answer: answers.record,
    body: z.strictObject({ version: z.number().int().min(1).max(largestVersion) }),
    summary: { zh: '恢复某次变更前的值', en: 'Put back the value before a change' },
    proposal: answers.record,
    handle: ({ ctx, params, body }) =>
      recordsAt(ctx, params).restoreValue(idOf(params), { change: params.change ?? '', version: body.version }),
  }),
  route({
    method: 'GET',
    url: '/api/:object/:id/timeline',
    byKey: 'object',
    status: 200,
    answer: answers.timeline,
    query: z.strictObject({ after: z.string().max(500).optional(), types: commaList.optional() }),
    summary: { zh: '档案动态', en: 'Timeline of a file' },
    problems: [429],
    handle: ({ ctx, params, query }) => recordsAt(ctx, params).timeline(idOf(params), query),
  }),
]

function selection({ ids: chosen, where }: { ids?: string[]; where?: Record<string, unknown> }): Selection {
  if (chosen && !where) return { ids: chosen }
  // As in lists: the kernel's parser checks every key.
  if (where && !chosen) return { where: where as Filter }
  throw new AppError(400, 'request.invalid', { params: { detail: 'ids | where' } })
}

function idOf(params: Call['params']): string {
  if (!isUuid(params.id)) throw new AppError(404, 'request.not_found')
  return params.id
}

function versionIn(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const version = Number(/^(?:W\/)?"?(\d{1,10})"?$/.exec(header)?.[1])
  if (version >= 1 && version <= largestVersion) return version
  throw new AppError(400, 'request.invalid', { params: { detail: 'If-Match' } })
}

function idempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  if (typeof header !== 'string' || !header || header.length > 200)
    throw new AppError(400, 'request.invalid', { params: { detail: 'Idempotency-Key' } })
  return header
}
