import { z } from 'zod'
import {
  type AuditFacts,
  addPasskey,
  auditRow,
  type Context,
  hasPasskey,
  isUuid,
  type NewPasskey,
  noteChange,
  passkeysOf,
  recoveryCodesLeft,
  removePasskey,
  renamePasskey,
  requireFreshProof,
} from '#kernel'
import { AppError } from '#shared/app-error'
import { askForPasskey, askToMake, readMade } from '../sign-in/passkey.ts'
import { hasTotp, makeRecoveryCodes } from '../sign-in/second-factor.ts'
import { takeOwnWayIn } from '../sign-in/ways-in.ts'
import type { EnterSettings } from './enter.ts'
import { isFactorNeeded, self } from './own-factor.ts'
import { madePasskey, question } from './passkey-schemas.ts'
import { type Route, route } from './route.ts'
import { siteOf } from './site.ts'

const mostPasskeys = 20
const moment = z.iso.datetime()
const passkey = z.object({ id: z.uuid(), name: z.string(), createdAt: moment, seenAt: moment.nullable() })
const name = z.string().trim().min(1).max(60)

/** The own passkeys. Finger and face stay in the device: what comes here is a public key. */
export function passkeyRoutes({ origin }: EnterSettings): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/api/passkeys',
      status: 200,
      answer: z.object({ items: z.array(passkey) }),
      summary: { zh: '我的通行密钥', en: 'One’s own passkeys' },
      handle: async ({ ctx, kernel }) => {
        const { id } = await self(ctx)
        await kernel.audit.write(auditRow(ctx, { action: 'list', object: 'user', record: id, fields: ['passkey'] }))
        return { items: await passkeysOf(kernel.db, id) }
      },
    }),
    route({
      method: 'POST',
      url: '/api/passkeys/challenges',
      status: 201,
      problems: [409, 429],
      body: z.strictObject({ purpose: z.enum(['passkey', 'proof']) }),
      answer: question,
      summary: { zh: '开始添加或使用通行密钥', en: 'Begin to add a passkey, or to prove with one that it is you' },
      handle: async ({ ctx, kernel, body, request }) => {
        const person = await self(ctx)
        const { session } = ctx.actor
        const place = { site: siteOf(request, origin), ip: ctx.ip }
        if (body.purpose === 'proof') {
          const asked = { purpose: 'proof', person: person.id, session } as const
          return { options: await askForPasskey(kernel, { asked, ...place }) }
        }
        requireFreshProof(ctx)
        const { length } = await passkeysOf(kernel.db, person.id)
        if (length >= mostPasskeys) throw new AppError(409, 'access.passkey_limit', { params: { most: mostPasskeys } })
        return { options: await askToMake(kernel, { person, session, ...place }) }
      },
    }),
    route({
      method: 'POST',
      url: '/api/passkeys',
      status: 201,
      problems: [409],
      body: z.strictObject({ name, passkey: madePasskey }),
      answer: passkey.extend({ recoveryCodes: z.array(z.string()).optional() }),
      summary: { zh: '添加通行密钥', en: 'Add a passkey' },
      handle: async ({ ctx, kernel, body, request }) => {
        requireFreshProof(ctx)
        const { id: person } = await self(ctx)
        const asked = { purpose: 'passkey', person, session: ctx.actor.session } as const
        const made = await readMade(kernel, body.passkey, { asked, site: siteOf(request, origin) })
        const added = made && (await ctx.transaction((tx) => add(tx, { ...made, person, name: body.name })))
        if (added) return added
        await kernel.audit.write(auditRow(ctx, factsOf({ person, what: 'added' })))
        throw new AppError(422, 'access.passkey_not_made')
      },
    }),
    route({
      method: 'PATCH',
      url: '/api/passkeys/:id',
      status: 200,
      body: z.strictObject({ name }),
      answer: passkey,
      summary: { zh: '重命名通行密钥', en: 'Rename a passkey' },
      handle: async ({ ctx, params, body }) => {
        const { id: person } = await self(ctx)
        const id = idIn(params)
        return ctx.transaction(async (tx) => {
          const renamed = await renamePasskey(tx.db, { person, id, name: body.name })
          if (!renamed) throw new AppError(404, 'request.not_found')
          await noteChange(tx, factsOf({ person, what: 'renamed', passkey: id }))
          return renamed
        })
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/passkeys/:id',
      status: 204,
      problems: [409],
      summary: { zh: '移除通行密钥', en: 'Remove a passkey' },
      handle: async ({ ctx, kernel, params }) => {
        requireFreshProof(ctx)
        const { id: person } = await self(ctx)
        const id = idIn(params)
        const isNeeded = (await isFactorNeeded(ctx)) && !(await hasTotp(kernel, person))
        await takeOwnWayIn(ctx, person, async (tx) => {
          if (!(await removePasskey(tx.db, { person, id }))) throw new AppError(404, 'request.not_found')
          if (isNeeded && !(await hasPasskey(tx.db, person))) throw new AppError(409, 'access.second_factor_required')
          await noteChange(tx, factsOf({ person, what: 'removed', passkey: id }))
        })
      },
    }),
  ]
}

/** The first one brings codes for the day it is lost; nothing where the device is here already. */
async function add(tx: Context, made: NewPasskey) {
  const { person } = made
  const added = await addPasskey(tx.db, made)
  if (!added) return undefined
  await noteChange(tx, factsOf({ person, what: 'added', passkey: added.id }))
  const first = (await recoveryCodesLeft(tx.db, person)) === 0
  return { ...added, recoveryCodes: first ? await makeRecoveryCodes(tx.db, person) : undefined }
}

function idIn({ id = '' }: Readonly<Record<string, string>>): string {
  if (!isUuid(id)) throw new AppError(404, 'request.not_found')
  return id
}

type Happened = { person: string; what: 'added' | 'renamed' | 'removed'; passkey?: string }

/** A passkey that was offered and not taken stands in the trail without a number. */
function factsOf({ person, what, passkey: id }: Happened): AuditFacts {
  const facts = { action: 'configure', object: 'user', record: person, fields: ['passkey'] } as const
  return { ...facts, result: id ? 'done' : 'refused', detail: { what, ...(id ? { passkey: id } : {}) } }
}
