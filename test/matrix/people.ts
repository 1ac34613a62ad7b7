import { startSession } from '#kernel'
import { type ApiClient, type ApiHouse, clientOf, liveContract } from '#test/as'

/** The columns of the tables of operations: a person of each standard role, a clerk of another unit, and who is not signed in. */
export const callers = [
  'head',
  'manager',
  'clerk',
  'other',
  'system_admin',
  'security_officer',
  'auditor',
  'nobody',
] as const
export type Caller = (typeof callers)[number]

export type Callers = {
  ids: Readonly<Record<Caller, string>>
  /** A client with a session of its own, so that one that ends it takes it from no other. */
  client(caller: Caller): Promise<ApiClient>
}

export async function openCallers(house: ApiHouse): Promise<Callers> {
  const { zhang, chen, wang, li } = house.people
  const officer = async (role: string): Promise<string> =>
    (await house.system().recordsNamed('user').create({ name: role, login: role, role })).id
  const ids = {
    head: zhang.id,
    manager: chen.id,
    clerk: wang.id,
    other: li.id,
    system_admin: await officer('system_admin'),
    security_officer: await officer('security_officer'),
    auditor: await officer('auditor'),
    nobody: '',
  }
  const contract = liveContract(house.kernel, house.server)
  return {
    ids,
    client: async (caller) => {
      const person = ids[caller]
      const token = person && (await startSession(house.kernel.db, person, { ip: null, agent: 'test' })).token
      return clientOf(house.server.address, { contract, seen: house.seen, cookie: token ? `dossier=${token}` : '' })
    },
  }
}
