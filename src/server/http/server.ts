import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import serveStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Actor, databaseError, type Kernel, makeContext, moduleOff, noStanding, systemActor } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Locale } from '#shared/label'
import { foundNothing, untilBeat } from '../even-time.ts'
import { outletOf } from '../outlets.ts'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import { type CompanyNetworks, openCompanyNetworks } from '../sign-in/company-networks.ts'
import type { Tls } from '../tls/open-tls.ts'
import { presentedBy, purposeBy, refuseBeyond } from './caller.ts'
import { groundsBy } from './grounds-by.ts'
import { openRefusals } from './note-refusal.ts'
import { asAppError, problemOf } from './problem.ts'
import { readJsonBodies } from './read-json.ts'
import { localeOf, parseWith, refuseDeep, refuseForeign } from './read-request.ts'
import type { Call, Route } from './route.ts'
import { isBodySmall, usualBodyMs, watchBody } from './slow-body.ts'
import { sendTagged } from './tagged.ts'
import { openTurns, type Turns } from './turns.ts'
import { guardDownload } from './watch-caller.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Language of whoever is signed in, so that refusals speak it too. */
    readerLocale?: Locale
  }
}

export type ServerSettings = {
  kernel: Kernel
  cache: ActorCache
  routes: readonly Route[]
  /** Users reach it by https. */
  secure: boolean
  /** It speaks https itself. */
  tls?: Tls
  /** Networks of proxies whose word about the caller's address counts. */
  proxies?: readonly string[]
  webFolder: string
  /** The address that users type, where it differs from the one the server sees. */
  origin?: string
  /** How long a body that is no file may take to arrive. */
  bodyMs?: number
  /** How long a connection may be silent while an answer is owed or taken. */
  silenceMs?: number
  logError(error: unknown, requestId: string): void
}

const bodyLimit = 1_048_576
const uploadLimit = 209_715_200

/**
 * Who sends a head drop by drop, or nothing, does not keep a connection. A request as a whole may take as long as the largest
 * file at 6 Mbit/s; bodies that are no files are held to less.
 */
const limits = {
  requestTimeout: 300_000,
  handshakeTimeout: 10_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 5_000,
}

/** Who neither sends nor takes anything for so long is gone. Streams of changes beat more often than this. */
const silenceMs = 120_000

const pagePolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; img-src 'self' data: blob:; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

// Voice notes are spoken into the own pages; nothing else of the device is asked for.
const devicePolicy = 'camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), usb=()'

const guardHeaders = {
  'permissions-policy': devicePolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

export async function buildServer(settings: ServerSettings): Promise<FastifyInstance> {
  const networks = openCompanyNetworks(settings.kernel)
  const { tls } = settings
  const server = fastify({
    bodyLimit,
    trustProxy: settings.proxies?.length ? [...settings.proxies] : false,
    genReqId: () => randomUUID(),
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    http: limits,
    ...(tls && { serverFactory: (handler: RequestListener) => tls.makeServer(handler, limits) }),
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (error, request, reply) => refuse(settings, error, { request, reply }),
  })
  server.server.timeout = settings.silenceMs ?? silenceMs
  // Deny by default: nothing is served that nobody has declared.
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) outletOf(each, url)
  })
  server.removeContentTypeParser('text/plain')
  readJsonBodies(server)
  server.decorateRequest('readerLocale', undefined)
  await server.register(cookie)
  await server.register(multipart, { limits: { files: 1, fileSize: uploadLimit, fields: 10 } })
  server.addHook('onSend', async (request, reply) => {
    reply.headers(guardHeaders)
    // Browsers would hold every other program at this computer's own ports to it.
    if (settings.secure && request.hostname !== 'localhost')
      reply.header('strict-transport-security', 'max-age=31536000')
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', pagePolicy)
  })
  server.setErrorHandler((error, request, reply) => refuse(settings, error, { request, reply }))
  const noteRefusal = openRefusals()
  const whole = { ...settings, networks, turns: openTurns() }
  const onRequest = watchBody({
    bodyMs: settings.bodyMs ?? usualBodyMs,
    refuse: (error, request, reply) => refuse(settings, error, { request, reply }),
  })
  for (const route of settings.routes) mount(server, whole, { route, noteRefusal, onRequest })
  await mountPages(server, settings)
  return server
}

type Mounting = {
  route: Route
  noteRefusal: ReturnType<typeof openRefusals>
  onRequest: ReturnType<typeof watchBody>
}

function mount(
  server: FastifyInstance,
  settings: ServerSettings & { networks: CompanyNetworks; turns: Turns },
  { route, noteRefusal, onRequest }: Mounting,
): void {
  server.route({
    method: route.method,
    url: route.url,
    onRequest: isBodySmall(route) ? onRequest : undefined,
    handler: async (request, reply) => {
      let ctx = contextFor(settings, request, undefined)
      let endTurn = (): void => undefined
      // Fastify has parsed path and query into strings.
      const params = (request.params ?? {}) as Record<string, string>
      try {
        // Before anybody is looked for: a foreign call keeps no session alive.
        refuseForeign(request, settings.origin)
        if (route.url !== '/api/health') await settings.networks.refuseForeign(request.ip)
        const presented = presentedBy(request, settings.secure)
        const caller = await settings.cache.callerOf(presented)
        const callerNow = async () => {
          const now = await settings.cache.callerOf({ ...presented, unattended: true })
          // What still goes on under a purpose ends with it, be it no longer held or no longer the default.
          return now && purposeBy(settings.kernel, now, request) === ctx.purpose ? now.actor : undefined
        }
        ctx = contextFor(settings, request, caller?.actor)
        if (!caller && !route.open)
          throw new AppError(401, presented.isKey ? 'access.key_invalid' : 'access.sign_in_required')
        if (caller?.limits) refuseBeyond(caller.limits, route, request)
        if (caller)
          ctx = ctx.with({ purpose: purposeBy(settings.kernel, caller, request), grounds: groundsBy(request) })
        const off = route.module && settings.kernel.registry.off.get(route.module)
        if (off) throw moduleOff(ctx, off)
        const takeTurn = () => settings.turns.take(caller?.actor.id ?? request.ip)
        const inTurn: Call['inTurn'] = async (work) => {
          const end = await takeTurn()
          return work().finally(end)
        }
        if (!route.inParts) endTurn = await takeTurn()
        return await answer({ ctx, params, request, reply, callerNow, inTurn })
      } catch (thrown) {
        // Not every statement is part of a transaction, which would have done this.
        const error = databaseError(thrown)
        await noteRefusal(ctx, { route, params, error })
        if (foundNothing(error)) await untilBeat(reply.elapsedTime)
        throw error
      } finally {
        endTurn()
      }
    },
  })

  async function answer(call: Omit<Call, 'kernel' | 'query' | 'body'>) {
    const { ctx, request, reply } = call
    refuseDeep(request.body)
    request.readerLocale = ctx.locale
    const query = parseWith(route.query, request.query, ctx.locale)
    const body = route.upload ? {} : parseWith(route.body, request.body, ctx.locale)
    const content = await route.handle({ ...call, kernel: settings.kernel, query, body })
    if (foundNothing(content)) await untilBeat(reply.elapsedTime)
    guardDownload(settings.kernel, call.callerNow, reply, content)
    if (reply.sent || reply.raw.headersSent) return reply
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', route.etag ? 'private, no-cache' : 'no-store')
    if (route.proposal && isProposed(content)) return reply.code(202).send(content)
    reply.code(route.status)
    if (route.status === 204) return reply.send()
    return route.etag ? sendTagged(request, reply, content) : reply.send(content)
  }
}

/** Accepted and not done: somebody else signs first. */
function isProposed(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'proposed' in answer && typeof answer.proposed === 'string'
}

function contextFor({ kernel }: ServerSettings, request: FastifyRequest, actor: Actor | undefined) {
  const nobody: Actor = { ...systemActor, ...noStanding, name: 'nobody', role: 'nobody' }
  return makeContext({
    kernel,
    actor: actor ?? nobody,
    channel: request.headers['sec-fetch-site'] && !actor?.token ? 'page' : 'api',
    locale: localeOf(request, actor?.locale),
    requestId: request.id,
    ip: request.ip,
  })
}

function refuse(
  settings: ServerSettings,
  error: unknown,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): FastifyReply {
  const problem = problemOf(asAppError(error), request.readerLocale ?? localeOf(request), request.id)
  if (problem.status === 429) reply.header('retry-after', String(problem.params.seconds ?? 1))
  if (problem.status >= 500) settings.logError(error, request.id)
  return reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(problem)
}

/** Pages are one application: every address outside the API answers with it. */
async function mountPages(server: FastifyInstance, settings: ServerSettings): Promise<void> {
  const built = existsSync(settings.webFolder)
  if (built)
    await server.register(serveStatic, {
      root: settings.webFolder,
      wildcard: false,
      cacheControl: false,
      index: false,
      preCompressed: true,
      // A name with a hash is never another file's; all others are asked for again.
      setHeaders: (reply, path) => {
        const isHashed = path.startsWith(join(settings.webFolder, 'assets'))
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  server.setNotFoundHandler((request, reply) => {
    // What was built under an older name is gone, not a page: a browser would run the page's HTML as its script.
    const isPage = request.method === 'GET' && !request.url.startsWith('/api') && !request.url.startsWith('/assets/')
    if (!isPage || !built) {
      return refuse(settings, new AppError(404, 'request.not_found'), { request, reply })
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
  })
}
