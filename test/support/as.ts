import { type Kernel, startSession } from '#kernel'
import { buildOpenApi } from '../../src/server/openapi/build-openapi.ts'
import { type Contract, contractOf, type Seen } from './api-contract.ts'
import { type ApiServer, openServer } from './api-server.ts'
import { type EventStream, openEvents } from './event-stream.ts'
import { type CastName, type House, openHouse } from './house.ts'

// Bodies are whatever JSON came; the contract has checked them against the document.
// biome-ignore lint/suspicious/noExplicitAny: a test reads into any answer
export type ApiAnswer = { status: number; headers: Headers; body: any }

/** A cookie that an answer sets, as the browser would send it back; nothing, where it sets none of the name. */
export function cookieIn({ headers }: ApiAnswer, name: string): string {
  const set = headers.getSetCookie().find((each) => each.startsWith(`${name}=`))
  return set?.split(';')[0] ?? ''
}

export type RequestOptions = { headers?: Record<string, string>; form?: FormData }

/** Calls the API as one person; an answer that the OpenAPI document does not promise is an error. */
export type ApiClient = {
  cookie: string
  get(path: string, options?: RequestOptions): Promise<ApiAnswer>
  post(path: string, body?: unknown, options?: RequestOptions): Promise<ApiAnswer>
  patch(path: string, body: unknown, options?: RequestOptions): Promise<ApiAnswer>
  delete(path: string, options?: RequestOptions): Promise<ApiAnswer>
  events(headers?: Record<string, string>): Promise<EventStream>
}

export type ApiHouse = House & {
  server: ApiServer
  /** One of the cast with a session of their own; nobody without a name. */
  client(name?: CastName): Promise<ApiClient>
  /** Every operation that was called, with the status it answered. */
  seen: Seen[]
}

/** The house with its HTTP server on a port of its own. */
export async function openApiHouse(): Promise<ApiHouse> {
  const house = await openHouse()
  const server = await openServer(house.kernel)
  const seen: Seen[] = []
  const contract = liveContract(house.kernel, server)
  return {
    ...house,
    server,
    seen,
    client: async (name) => {
      if (!name) return clientOf(server.address, { contract, seen })
      const { token } = await startSession(house.kernel.db, house.people[name].id, { ip: null, agent: 'test' })
      return clientOf(server.address, { contract, seen, cookie: `dossier=${token}` })
    },
    close: async () => {
      await server.close()
      await house.close()
    },
  }
}

/** Of the definitions and routes that were asked for last: to compile what they promise takes longer than many tests. */
const contracts = new Map<string, Contract>()
const mostContracts = 4

/** The document follows the definitions in force, and so does what is checked. */
export function liveContract(kernel: Kernel, { routes }: ApiServer): Contract {
  const addresses = routes.map(({ method, url }) => `${method} ${url}`).join()
  return {
    check: (answer) => {
      const { registry } = kernel
      // The same definitions have the same version, in whichever house.
      const key = `${registry.version} ${addresses}`
      const contract = contracts.get(key) ?? contractOf(buildOpenApi({ registry, routes, version: 'test' }))
      contracts.delete(key)
      contracts.set(key, contract)
      for (const oldest of contracts.keys()) if (contracts.size > mostContracts) contracts.delete(oldest)
      return contract.check(answer)
    },
  }
}

/** A client of any server whose answers the contract checks. */
export function clientOf(
  address: string,
  { contract, seen, cookie = '' }: { contract: Contract; seen: Seen[]; cookie?: string },
): ApiClient {
  const send = async (
    method: string,
    path: string,
    { headers, form, body }: RequestOptions & { body?: unknown },
  ): Promise<ApiAnswer> => {
    const response = await fetch(new URL(path, address), {
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
    const contentType = response.headers.get('content-type') ?? ''
    // What is no text keeps its bytes.
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = bytes.toString(contentType === 'application/pdf' ? 'latin1' : 'utf8')
    const content: unknown = /\bjson\b/.test(contentType) ? JSON.parse(text) : text
    seen.push(contract.check({ method, url: path, status: response.status, contentType, body: content }))
    return { status: response.status, headers: response.headers, body: content }
  }
  return {
    cookie,
    get: (path, options = {}) => send('GET', path, options),
    post: (path, body, options = {}) => send('POST', path, { ...options, body }),
    patch: (path, body, options = {}) => send('PATCH', path, { ...options, body }),
    delete: (path, options = {}) => send('DELETE', path, options),
    events: async (headers = {}) => {
      const stream = await openEvents(address, { cookie, ...headers })
      const contentType = stream.response.headers.get('content-type') ?? ''
      // What the stream holds is read as it comes; here only its head can be checked.
      seen.push(
        contract.check({ method: 'GET', url: '/api/events', status: stream.response.status, contentType, body: '' }),
      )
      return stream
    },
  }
}
