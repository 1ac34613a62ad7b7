import { type ObjectType, startSession } from '#kernel'
import { type ApiClient, type ApiHouse, clientOf, liveContract } from '#test/as'

type Access = 'edit' | 'read' | 'masked' | 'hidden'

export type FieldReader = {
  name: string
  plain: number
  client: ApiClient
  /** Whether the head's record of the object is in sight. */
  sees(type: ObjectType): boolean
  /** What the role says of a field. */
  rule(object: string, field: string): Access | undefined
}

const none = (): undefined => undefined
/** What nobody holds is everybody's, but for what somebody keeps for oneself. */
const shared = (type: ObjectType): boolean => !type.guarded && !['saved_view', 'dashboard'].includes(type.name)
const rules: readonly Access[] = ['edit', 'read', 'masked', 'hidden']

/** A person of each standard role, and two whose own roles say something of every field that a role may speak of. */
export async function openFieldReaders(house: ApiHouse): Promise<readonly FieldReader[]> {
  const readers: FieldReader[] = [
    {
      name: 'head',
      plain: 2,
      client: await house.client('zhang'),
      sees: () => true,
      rule: none,
    },
    { name: 'manager', plain: 1, client: await house.client('chen'), sees: shared, rule: none },
    { name: 'clerk', plain: 1, client: await house.client('wang'), sees: shared, rule: none },
  ]
  for (const role of ['system_admin', 'security_officer', 'auditor'])
    readers.push({
      name: role,
      plain: 1,
      client: await person(house, role, role),
      // What the auditor reviews is in sight, whatever the file.
      sees: (type) => shared(type) || (role === 'auditor' && type.name === 'emergency_access'),
      rule: none,
    })
  for (const plain of [1, 3]) readers.push(await ownRole(house, plain))
  return readers
}

/** Sees all records, and of each field what comes next in turn. */
async function ownRole(house: ApiHouse, plain: number): Promise<FieldReader> {
  const said = [...house.kernel.registry.objects.values()].flatMap((type) =>
    [...type.fields.values()]
      // A field in the words of the search can be hidden from nobody, and the names of records are shown.
      .filter(
        ({ field, sealed, name }) =>
          (!field.search || sealed) && name !== type.definition.title && !type.definition.principal,
      )
      .map(({ name }, at) => ({
        object: type.name,
        field: name,
        access: rules[(at + plain) % rules.length] ?? 'edit',
      })),
  )
  const areas = [
    ...['files', 'parts', 'work', 'custom', 'reference', 'house', 'roles', 'proposals', 'emergency', 'exports'],
    'programmes',
    'suggestions',
  ]
  const grants = [{ objects: areas.map((area) => `area:${area}`), rights: ['read'], scope: 'all' }]
  const names = { nameZh: `细则${plain}`, nameEn: `Detail ${plain}` }
  const input = { ...names, clearance: '3', plain: String(plain), grants, fieldRights: said }
  const role = await house.system().recordsNamed('role').create(input)
  await house.kernel.reload()
  const client = await person(house, `detail${plain}`, role.id)
  const byName = new Map(said.map(({ object, field, access }) => [`${object}.${field}`, access]))
  return {
    name: `own role ${plain}`,
    plain,
    client,
    // No role of a company's own opens what is for readers of the log, or what somebody else was told.
    sees: (type) =>
      shared(type) ||
      (type.guarded && !['log_report', 'notification', 'favourite', 'read_receipt', 'work_report'].includes(type.name)),
    rule: (object, field) => byName.get(`${object}.${field}`),
  }
}

async function person(house: ApiHouse, login: string, role: string): Promise<ApiClient> {
  const standard = !role.includes('-')
  const { id } = await house
    .system()
    .recordsNamed('user')
    .create({ name: login, login, role: standard ? role : 'clerk' })
  const until = new Date(Date.now() + 86_400_000).toISOString()
  if (!standard) await house.system().recordsNamed('role_assignment').create({ user: id, role, until, grounds: '测试' })
  const { token } = await startSession(house.kernel.db, id, { ip: null, agent: 'test' })
  return clientOf(house.server.address, {
    contract: liveContract(house.kernel, house.server),
    seen: house.seen,
    cookie: `dossier=${token}`,
  })
}
