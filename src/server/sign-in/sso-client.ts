import { createHash } from 'node:crypto'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
} from 'openid-client'
import type { SsoSettings } from '#modules/staff'
import { guardedFetch, isThisComputer } from '../outbound/guarded-fetch.ts'

/** What the other house says of somebody. */
export type Vouched = { issuer: string; subject: string; claims: Readonly<Record<string, unknown>> }

/** Speaks OpenID Connect with the house that the settings name. */
export type SsoClients = {
  /**
   * The address where somebody signs in there; throws where the house does not answer as such a house does. `again`: it asks
   * whoever is signed in there as well, and says when.
   */
  wayThere(settings: SsoSettings, way: { secret: string; back: string; again?: boolean }): Promise<string>
  /** Who came back; throws whatever about it is not in order. */
  whoCame(settings: SsoSettings, secret: string, back: URL): Promise<Vouched>
  /** Throws where no such house answers. */
  check(settings: SsoSettings): Promise<void>
  /** Where one signs out there. */
  wayOut(settings: SsoSettings, back: string): Promise<string | undefined>
}

const keptMs = 10 * 60_000

export function openSsoClients(): SsoClients {
  const kept = new Map<string, { config: Promise<Configuration>; until: number }>()
  const configFor = async (settings: SsoSettings): Promise<Configuration> => {
    const { issuer, clientId, secret } = settings
    const name = JSON.stringify([issuer, clientId, secret])
    const known = kept.get(name)
    if (known && known.until > Date.now()) return known.config
    kept.clear()
    const config = discover(settings)
    kept.set(name, { config, until: Date.now() + keptMs })
    config.catch(() => kept.delete(name))
    return config
  }
  return {
    wayThere: async (settings, { secret, back, again }) => {
      const config = await configFor(settings)
      const url = buildAuthorizationUrl(config, {
        redirect_uri: back,
        scope: 'openid profile email',
        state: derived('state', secret),
        nonce: derived('nonce', secret),
        code_challenge: await calculatePKCECodeChallenge(derived('verifier', secret)),
        code_challenge_method: 'S256',
        ...(again ? { prompt: 'login', max_age: '0' } : {}),
      })
      return followable(url)
    },
    whoCame: async (settings, secret, back) => {
      const config = await configFor(settings)
      const tokens = await authorizationCodeGrant(config, back, {
        expectedState: derived('state', secret),
        expectedNonce: derived('nonce', secret),
        pkceCodeVerifier: derived('verifier', secret),
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('No ID token came')
      const { iss: issuer, sub: subject } = claims
      const known = claims[settings.claim] !== undefined || !config.serverMetadata().userinfo_endpoint
      // Houses may tell names only when they are asked once more; what was signed counts before what was not.
      const more = known ? {} : await fetchUserInfo(config, tokens.access_token, subject)
      return { issuer, subject, claims: { ...more, ...claims } }
    },
    check: async (settings) => {
      await configFor(settings)
    },
    wayOut: async (settings, back) => {
      const config = await configFor(settings)
      if (!config.serverMetadata().end_session_endpoint) return undefined
      return followable(buildEndSessionUrl(config, { post_logout_redirect_uri: back }))
    },
  }
}

async function discover({ issuer, clientId, secret }: SsoSettings): Promise<Configuration> {
  const server = new URL(issuer)
  const isPlain = server.protocol === 'http:'
  const named = [server.hostname]
  const call: CustomFetch = (url, { method, headers, body }) => {
    const text = body instanceof URLSearchParams ? body.toString() : (body ?? undefined)
    if (text !== undefined && typeof text !== 'string') throw new Error('Only forms are sent')
    return guardedFetch(url, { method, headers, body: text }, { named })
  }
  return discovery(server, clientId, undefined, secret ? bySecret(secret) : None(), {
    [customFetch]: call,
    // Signatures are checked although the token comes over TLS: a proxy that ends TLS shall not be able to vouch.
    execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
  })
}

/** In the head of the request, where the house does not want it in the body. */
function bySecret(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const way = ways.includes('client_secret_basic') ? basic : post
    return way(server, client, body, headers)
  }
}

/** The page goes wherever this leads, so it leads to a site and nowhere else. */
function followable(url: URL): string {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisComputer(url)))
    throw new Error(`${url.protocol} is not where one signs in`)
  return url.href
}

/** State, nonce and PKCE verifier come from the one secret that the browser keeps; the database has none of them. */
function derived(what: 'state' | 'nonce' | 'verifier', secret: string): string {
  return createHash('sha256').update(`${what}\0${secret}`).digest('base64url')
}
