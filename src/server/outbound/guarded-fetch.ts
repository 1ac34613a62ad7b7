import { lookup } from 'node:dns'
import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isReachable } from './reachable.ts'

/** Hosts that an administrator has named, and that may therefore lie in the company's own network. */
export type Guard = { named: readonly string[] }

type Outgoing = { method: string; headers: Record<string, string>; body?: string }

const longestMs = 10_000
const largest = 1_048_576

/**
 * The one way in which this server calls another: over TLS (a named host of this computer may do without), to an address that
 * is looked at when it is dialled, without following anybody further, and with bounds for time and size.
 */
export async function guardedFetch(text: string, outgoing: Outgoing, guard: Guard): Promise<Response> {
  const url = new URL(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const named = guard.named.includes(url.hostname)
  if (url.username || url.password) throw new Error('An address with a password in it is not called')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && named && isThisComputer(url)))
    throw new Error(`${url.protocol} is not called`)
  // What is an address already is dialled without being looked up.
  if (isIP(host) && !isReachable(host, { named })) throw new Error(`${host} is not called`)
  return send(url, outgoing, checkedLookup(named))
}

export function isThisComputer({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

function send(url: URL, { method, headers, body }: Outgoing, lookUp: LookupFunction): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const open = url.protocol === 'https:' ? tlsRequest : plainRequest
  const call = open(url, {
    method,
    // Sizes count as they come.
    headers: { ...headers, 'accept-encoding': 'identity' },
    lookup: lookUp,
    agent: false,
    signal: AbortSignal.timeout(longestMs),
  })
  call.on('error', reject)
  call.on('response', (answer) => {
    const { statusCode: status = 0 } = answer
    if (status >= 300 && status < 400) {
      call.destroy(new Error(`${url.host} leads elsewhere`))
      return
    }
    const parts: Buffer[] = []
    let size = 0
    answer.on('data', (part: Buffer) => {
      size += part.length
      if (size > largest) call.destroy(new Error(`${url.host} answers at more length than is read`))
      else parts.push(part)
    })
    answer.on('error', reject)
    answer.on('end', () => {
      const type = answer.headers['content-type']
      const content = status === 204 ? null : Buffer.concat(parts)
      resolve(new Response(content, { status, headers: type ? { 'content-type': type } : {} }))
    })
  })
  call.end(body)
  return promise
}

/** Looks a name up once and dials what was found and looked at, so that a second answer of the name cannot lead elsewhere. */
function checkedLookup(named: boolean): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0)
      const refused = found.find(({ address }) => !isReachable(address, { named }))
      const [first] = found
      if (refused || !first)
        return callback(new Error(`${host} lies at ${refused?.address}, which is not called`), '', 0)
      return options.all ? callback(null, found) : callback(null, first.address, first.family)
    })
  }
}
