import { z } from 'zod'
import {
  apiKeyOwner,
  apiKeysOf,
  auditRow,
  endApiKey,
  isUuid,
  type KeyLimits,
  makeApiKey,
  purposeNamed,
  requireFreshProof,
} from '#kernel'
import { AppError } from '#shared/app-error'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import { isNetwork } from '../sign-in/networks.ts'
import { mayManage, whose } from './own-or-staff.ts'
import { type Call, type Route, route } from './route.ts'

const longestDays = 90
const mostKeys = 20

const moment = z.iso.datetime()
const scope = z.string().regex(/^(read|write)(:[a-z][a-z0-9-]*)?$/)
const network = z.string().max(60)
const key = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  networks: z.array(z.string()),
  purpose: z.object({ id: z.uuid(), code: z.string().nullable() }).nullable(),
  createdAt: moment,
  expiresAt: moment,
  seenAt: moment.nullable(),
  seenIp: z.string().nullable(),
})

/** Keys for programs: shown once, never more than their owner's rights. */
export function apiKeyRoutes(cache: ActorCache): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/api/api-keys',
      status: 200,
      query: whose,
      answer: z.object({ items: z.array(key) }),
      summary: { zh: 'API 密钥', en: 'API keys' },
      handle: async ({ ctx, kernel, query }) => {
        const owner = mayManage(ctx, query.user)
        const items = await apiKeysOf(kernel.db, owner)
        await kernel.audit.write(auditRow(ctx, { action: 'list', object: 'api_key', owner }))
        return { items: items.map((item) => ({ ...item, purpose: boundTo(kernel, item) })) }
      },
    }),
    route({
      method: 'POST',
      url: '/api/api-keys',
      status: 201,
      problems: [409],
      body: z.strictObject({
        name: z.string().trim().min(1).max(60),
        scopes: z.array(scope).min(1).max(100),
        networks: z.array(network).max(50).default([]),
        purpose: z.string().max(40).optional(),
        days: z.number().int().min(1).max(longestDays).default(longestDays),
      }),
      answer: z.object({ id: z.uuid(), token: z.string(), expiresAt: moment }),
      summary: { zh: '新建 API 密钥', en: 'Make an API key' },
      handle: async ({ ctx, kernel, body }) => {
        requireFreshProof(ctx)
        const owner = ctx.actor.id ?? ''
        refuseUnknown(kernel, body)
        if ((await apiKeysOf(kernel.db, owner)).length >= mostKeys)
          throw new AppError(409, 'access.key_limit', { params: { most: mostKeys } })
        const code = body.purpose && purposeNamed(kernel, ctx.actor, { named: body.purpose, at: 'purpose' })
        const purpose = code ? (kernel.purposes.get(code)?.id ?? null) : null
        const made = await makeApiKey(kernel.db, owner, { ...body, purpose })
        const { scopes, networks, days } = body
        const detail = {
          scopes: scopes.join(' '),
          networks: networks.join(' '),
          days,
          ...(code ? { purpose: code } : {}),
        }
        await kernel.audit.write(auditRow(ctx, { action: 'configure', object: 'api_key', record: made.id, detail }))
        return made
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/api-keys/:id',
      status: 204,
      summary: { zh: '吊销 API 密钥', en: 'Revoke an API key' },
      handle: async ({ ctx, kernel, params }) => {
        const id = params.id ?? ''
        const owner = isUuid(id) ? await apiKeyOwner(kernel.db, id) : undefined
        if (!owner || (owner !== ctx.actor.id && !ctx.actor.duties.includes('accounts')))
          throw new AppError(404, 'request.not_found')
        await endApiKey(kernel.db, id)
        cache.forget()
        const detail = { ended: true }
        await kernel.audit.write(auditRow(ctx, { action: 'configure', object: 'api_key', record: id, owner, detail }))
      },
    }),
  ]
}

/** Its code; null once the purpose is no longer in force, when the key opens nothing. */
function boundTo({ purposes }: Call['kernel'], { purpose: id }: KeyLimits): { id: string; code: string | null } | null {
  return id ? { id, code: [...purposes.values()].find((purpose) => purpose.id === id)?.code ?? null } : null
}

function refuseUnknown({ registry }: Call['kernel'], body: { scopes: string[]; networks: string[] }): void {
  const object = body.scopes.map((each) => each.split(':')[1]).find((path) => path && !registry.byPath.has(path))
  if (object) throw new AppError(422, 'access.scope_unknown', { params: { object } })
  const wrong = body.networks.find((each) => !isNetwork(each))
  if (wrong !== undefined) throw new AppError(422, 'access.network_invalid', { params: { network: wrong } })
}
