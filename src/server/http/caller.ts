import type { FastifyRequest } from 'fastify'
import { type Kernel, type KeyLimits, purposeOf } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Caller, Presented } from '../sign-in/actor-cache.ts'
import { inNetworks } from '../sign-in/networks.ts'
import type { Route } from './route.ts'
import { tokenOf } from './session-cookie.ts'

/** The session or the API key that a request brings; a key that is named counts, whatever cookie comes with it. */
export function presentedBy(request: FastifyRequest, secure: boolean): Presented {
  const [scheme, key] = request.headers.authorization?.split(' ', 2) ?? []
  const isKey = scheme?.toLowerCase() === 'bearer'
  // A page that nobody has touched for a while says so: what it refreshes by itself keeps no session alive.
  const unattended = request.headers['x-unattended'] === '1'
  return {
    token: isKey ? (key ?? '') : tokenOf(request, secure),
    isKey,
    ip: request.ip,
    agent: request.headers['user-agent'] ?? null,
    unattended,
  }
}

/** The purpose of use of a request: its key's, or named in `X-Dossier-Purpose`, percent-encoded as headers hold no Chinese. */
export function purposeBy(kernel: Kernel, { actor, limits }: Caller, request: FastifyRequest): string | null {
  const said = request.headers['x-dossier-purpose']
  const named = said === undefined ? undefined : decoded(String(said))
  return purposeOf(kernel, actor, { named, bound: limits?.purpose })
}

/** What is not well encoded names itself, and no purpose. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Refuses what a key was not made for: another network, another object, writing where it may read. */
export function refuseBeyond({ scopes, networks }: KeyLimits, route: Route, request: FastifyRequest): void {
  if (networks.length && !inNetworks(request.ip, networks)) throw new AppError(403, 'access.key_network')
  const need = route.method === 'GET' ? 'read' : 'write'
  const grants = (scope: string): boolean =>
    scopes.includes(scope) || (need === 'read' && scopes.includes(scope.replace(/^read/, 'write')))
  // Fastify has parsed the path.
  const { object } = (request.params ?? {}) as Record<string, string>
  const granted =
    route.byKey === 'any' ||
    (route.byKey === 'all' && grants(need)) ||
    (route.byKey === 'object' && (grants(need) || grants(`${need}:${object}`)))
  if (!granted) throw new AppError(403, 'access.key_scope')
}
