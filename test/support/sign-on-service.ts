import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type GrantContext } from 'oidc-provider'

type Claims = Record<string, unknown>
type Header = { alg: string; kid?: string }

/** What a dishonest service does to the ID token that it would have given. */
export type Bend = (claims: Claims) => { claims?: Claims; header?: Header; key?: KeyObject }

/** A real OpenID Connect server on a port of its own, where whoever is `next` signs in without being asked. */
export type SignOnService = {
  issuer: string
  client: { id: string; secret: string }
  /** Number and claims of the person who signs in next. */
  next: { id: string; claims: Claims }
  bend: Bend | undefined
  /** Paths that were called by the product. */
  calls: string[]
  allow(address: string): void
  close(): Promise<void>
}

export const client = { id: 'dossier', secret: 'a-secret-that-nobody-may-see' }

export async function openSignOnService(): Promise<SignOnService> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'service', use: 'sig', alg: 'RS256' }
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // A TCP server that listens has an address of this form.
  const { port } = server.address() as AddressInfo
  const issuer = `http://localhost:${port}`
  const known = new Map<string, Claims>()
  let provider: Provider | undefined
  const service: SignOnService = {
    issuer,
    client,
    next: { id: '', claims: {} },
    bend: undefined,
    calls: [],
    allow: (address) => {
      provider = providerFor(issuer, { address, jwk, known })
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  server.on('request', (request, response) => {
    void answer(request, response).catch((error: unknown) => response.destroy(new Error('failed', { cause: error })))
  })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!provider) throw new Error('Nobody may sign in yet')
    const path = new URL(request.url ?? '/', issuer).pathname
    service.calls.push(path)
    if (path === '/favicon.ico') {
      response.writeHead(204).end()
      return
    }
    if (path.startsWith('/interaction/')) {
      const { id, claims } = service.next
      known.set(id, claims)
      const login = { login: { accountId: id } }
      return provider.interactionFinished(request, response, login, { mergeWithLastSubmission: false })
    }
    const { bend } = service
    if (path === '/token' && bend) bendAnswer(response, bend, createPrivateKey({ key: jwk, format: 'jwk' }))
    await provider.callback()(request, response)
  }
  return service
}

function providerFor(
  issuer: string,
  { address, jwk, known }: { address: string; jwk: object; known: ReadonlyMap<string, Claims> },
): Provider {
  const pages = [`${address}/sign-in`]
  const common = {
    redirect_uris: pages,
    post_logout_redirect_uris: pages,
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }
  const provider: Provider = new Provider(issuer, {
    clients: [
      { ...common, client_id: client.id, client_secret: client.secret },
      { ...common, client_id: 'another', client_secret: 'another-secret' },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['test'] },
    claims: { openid: ['sub'], profile: ['preferred_username', 'name'], email: ['email', 'email_verified'] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...known.get(id) }) }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (page: { body: string }, form: string) => {
          page.body = `<!doctype html><title>Out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Out</button>`
        },
      },
    },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    // Nobody is asked whether the product may know them.
    loadExistingGrant: async ({ oidc }: GrantContext) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  return provider
}

/** Exchanges the ID token in an answer on its way out. */
function bendAnswer(response: ServerResponse, bend: Bend, own: KeyObject): void {
  const end = response.end.bind(response)
  response.end = (body?: unknown) => {
    const read: Record<string, unknown> = JSON.parse(String(body))
    if (typeof read.id_token !== 'string') return end(String(body))
    const claims = JSON.parse(Buffer.from(read.id_token.split('.')[1] ?? '', 'base64url').toString())
    const { claims: told = claims, header = { alg: 'RS256', kid: 'service' }, key = own } = bend(claims)
    const text = [header, told].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    const signature = header.alg === 'none' ? '' : sign('sha256', Buffer.from(text), key).toString('base64url')
    const whole = JSON.stringify({ ...read, id_token: `${text}.${signature}` })
    response.setHeader('content-length', Buffer.byteLength(whole))
    return end(whole)
  }
}

/** Goes from page to page as a browser does, with its cookies, until an address begins like this. */
export async function follow(start: string, until: string): Promise<URL> {
  const jar = new Map<string, string>()
  let url = start
  for (let steps = 0; steps < 10; steps++) {
    if (url.startsWith(until)) return new URL(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} })
    for (const each of answer.headers.getSetCookie()) {
      const [pair = ''] = each.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`)
    url = new URL(next, url).href
  }
  throw new Error(`${start} leads to no end`)
}
