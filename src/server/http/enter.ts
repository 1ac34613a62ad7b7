import type { Context } from '#kernel'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import type { From } from '../sign-in/note-attempt.ts'
import type { Call } from './route.ts'
import { giveToken, tokenOf } from './session-cookie.ts'
import { siteOf } from './site.ts'

export type EnterSettings = {
  cache: ActorCache
  secure: boolean
  /** The address that users type, where it differs from the one the server sees. */
  origin?: string
}

/** From where a call comes, for the list of devices and the trail. */
export function fromOf({ ctx, request }: Pick<Call, 'ctx' | 'request'>, { origin }: EnterSettings): From {
  const agent = request.headers['user-agent'] ?? null
  return { ip: ctx.ip, agent, requestId: ctx.requestId, site: siteOf(request, origin) }
}

/** Hands the new token out; the call goes on as whoever it belongs to, and the token from before is forgotten. */
export async function enter(
  call: Pick<Call, 'ctx' | 'request' | 'reply'>,
  token: string,
  { cache, secure }: EnterSettings,
): Promise<Context> {
  cache.forget(tokenOf(call.request, secure))
  giveToken(call.reply, token, secure)
  const caller = await cache.callerOf({ token, isKey: false, ip: call.ctx.ip })
  return caller ? call.ctx.with({ actor: caller.actor, locale: caller.actor.locale }) : call.ctx
}
