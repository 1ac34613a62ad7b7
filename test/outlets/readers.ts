import { startSession } from '#kernel'
import { type ApiClient, type ApiHouse, clientOf, liveContract } from '#test/as'
import type { CastName } from '#test/house'

/** Who looks, what they see plainly, and whose records; written down here and not taken from the product. */
export type Reader = { name: string; plain: number; sees: readonly string[]; client: ApiClient }

const everybody = ['zhang', 'chen', 'wang', 'li', 'sun', 'house'] as const

const cast: Readonly<Record<CastName, Omit<Reader, 'name' | 'client'>>> = {
  zhang: { plain: 2, sees: everybody },
  chen: { plain: 1, sees: ['chen', 'wang', 'sun', 'house'] },
  wang: { plain: 1, sees: ['wang', 'house'] },
  li: { plain: 1, sees: ['li', 'house'] },
  sun: { plain: 1, sees: ['sun', 'house'] },
}

const officers = ['system_admin', 'security_officer', 'auditor'] as const

/** A person of every standard role, one more clerk whose unit is another, somebody's key, and nobody at all. */
export async function openReaders(house: ApiHouse): Promise<readonly Reader[]> {
  const readers: Reader[] = []
  for (const [name, facts] of Object.entries(cast))
    readers.push({ name, ...facts, client: await house.client(name as CastName) })
  for (const role of officers) {
    const { id } = await house.system().recordsNamed('user').create({ name: role, login: role, role })
    readers.push({ name: role, plain: 1, sees: ['house'], client: await clientFor(house, id) })
  }
  const wang = await house.client('wang')
  const { token } = (await wang.post('/api/api-keys', { name: '程序', scopes: ['read'] })).body
  readers.push({
    name: 'key of wang',
    ...cast.wang,
    client: withHeaders(wang, { cookie: '', authorization: `Bearer ${token}` }),
  })
  readers.push({ name: 'nobody', plain: 1, sees: [], client: await house.client() })
  return readers
}

async function clientFor(house: ApiHouse, person: string): Promise<ApiClient> {
  const { token } = await startSession(house.kernel.db, person, { ip: null, agent: 'test' })
  const contract = liveContract(house.kernel, house.server)
  return clientOf(house.server.address, { contract, seen: house.seen, cookie: `dossier=${token}` })
}

function withHeaders(client: ApiClient, headers: Record<string, string>): ApiClient {
  return {
    ...client,
    get: (path, options = {}) => client.get(path, { ...options, headers: { ...headers, ...options.headers } }),
    post: (path, body, options = {}) =>
      client.post(path, body, { ...options, headers: { ...headers, ...options.headers } }),
    patch: (path, body, options = {}) =>
      client.patch(path, body, { ...options, headers: { ...headers, ...options.headers } }),
    delete: (path, options = {}) => client.delete(path, { ...options, headers: { ...headers, ...options.headers } }),
    events: (own = {}) => client.events({ ...headers, ...own }),
  }
}
