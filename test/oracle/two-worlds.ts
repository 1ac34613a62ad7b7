import { openDatabase, sql, startSession } from '#kernel'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'

type Values = Record<string, unknown>
type Fields = Readonly<Record<Held, readonly string[]>>
type Held = 'customer' | 'contact' | 'purchase'

/** `unseen`: masked or hidden; `unasked`: those, and what is worked out from them. */
export type Reader = { client: ApiClient; id: string; unseen: Fields; hidden: Fields; unasked: Fields }

export type Worlds = {
  house: ApiHouse
  /** A clerk, by whose level values are masked, and one whose role masks and hides more of them. */
  readers: readonly [Reader, Reader]
  /** Records in their sight. */
  seen: Readonly<Record<Held, string[]>>
  /** Sets values with nothing else of the record or of its file, as if they had always been so. */
  setUnseen(object: Held, id: string, values: Values): Promise<void>
  /** A file with what stands on it. */
  makeFile(n: number, values: Values): Promise<{ customer: string; task: string }>
  close(): Promise<void>
}

const none: Fields = { customer: [], contact: [], purchase: [] }
const hidden: Fields = {
  customer: ['phone', 'source', 'birthday', 'employees', 'remarks'],
  contact: ['phone', 'birthday', 'department'],
  purchase: ['amount'],
}
const masked: Fields = { customer: ['annualRevenue', 'industry', 'nextFollowUp'], contact: ['title'], purchase: [] }
const workedOut: Fields = { customer: ['age', 'purchaseTotal'], contact: [], purchase: [] }
/** Above what a clerk sees plainly. */
const above: Fields = {
  customer: ['phone', 'fax', 'email', 'wechat', 'street', 'idNumber', 'secretRemarks'],
  contact: ['phone', 'email', 'wechat'],
  purchase: [],
}
const unseen = merged(hidden, masked, above)

/** Values of every field that somebody does not see; numbers end alike, for by their ends they may be found. */
const samples: Readonly<Record<string, (n: number) => unknown>> = {
  phone: (n) => `138${String(n).padStart(4, '0')}0391`,
  fax: (n) => `0571-8${String(n % 1_000).padStart(3, '0')}0391`,
  email: (n) => `a${n}@example.com`,
  wechat: (n) => `wx${n}`,
  street: (n) => `文三路${n}号`,
  idNumber: (n) => ['11010519491231002X', '440524188001010014'][n % 2],
  secretRemarks: (n) => `密${n}`,
  remarks: (n) => `记${n}`,
  source: (n) => ['referral', 'exhibition', 'search'][n % 3],
  birthday: (n) => `${1950 + (n % 50)}-03-0${1 + (n % 9)}`,
  employees: (n) => n % 400,
  annualRevenue: (n) => ({ amount: n * 100, currency: 'CNY' }),
  industry: (n) => ['A', 'C', 'F'][n % 3],
  nextFollowUp: (n) => `202${n % 10}-05-0${1 + (n % 9)}`,
  department: (n) => `部${n}`,
  title: (n) => ['经理', '采购', '财务'][n % 3],
  amount: (n) => ({ amount: n * 10, currency: 'CNY' }),
}

export function unseenValue(field: string, n: number): unknown {
  return samples[field]?.(n)
}

export function unseenValues(object: Held, n: number): Values {
  return Object.fromEntries(unseen[object].map((field) => [field, unseenValue(field, n)]))
}

export async function openWorlds(): Promise<Worlds> {
  const house = await openApiHouse()
  const superuser = openDatabase(house.url, { max: 1, name: 'test superuser' })
  const wang = { client: await house.client('wang'), id: house.people.wang.id }
  const readers = [
    { ...wang, unseen: above, hidden: none, unasked: above },
    { ...(await openVeiled(house)), unseen, hidden, unasked: merged(unseen, workedOut) },
  ] as const
  const make = async (object: string, values: Values): Promise<string> =>
    (await house.system().recordsNamed(object).create(values)).id
  const seen: Worlds['seen'] = { customer: [], contact: [], purchase: [] }
  const stampsOf = (object: Held): Promise<Stamp[]> =>
    superuser.rows<Stamp>(sql`
      select id, version, updated_at::text as at, updated_by as by from ${sql.raw(object)}
      where id = any(${seen[object]}::uuid[])`)

  async function makeFile(n: number, values: Values): Promise<{ customer: string; task: string }> {
    const customer = await make('customer', { name: `客户${n}`, ...unseenValues('customer', n), ...values })
    const on = { customer, ...seenBy(n) }
    const contact = await make('contact', { ...on.contact, customer, ...unseenValues('contact', n) })
    const purchase = await make('purchase', { ...on.purchase, customer, ...unseenValues('purchase', n) })
    const assignee = values.collaborators ? values.owner : house.people.li.id
    const task = await make('task', { title: `回电${n}`, customer, assignee, dueAt: '2026-01-01T00:00:00.000Z' })
    if (!values.collaborators) return { customer, task }
    for (const [object, id] of Object.entries({ customer, contact, purchase })) seen[object as Held].push(id)
    return { customer, task }
  }

  for (const n of [0, 1, 2, 3, 4, 5])
    await makeFile(n, { owner: readers[n % 2]?.id, collaborators: readers.map(({ id }) => id) })
  return {
    house,
    readers,
    seen,
    makeFile,
    setUnseen: async (object, id, values) => {
      const touched = ['customer', object] as const
      const before = await Promise.all(touched.map(stampsOf))
      await house.system().recordsNamed(object).update(id, values)
      for (const [index, table] of touched.entries())
        for (const { id: one, version, at, by } of before[index] ?? [])
          await superuser.rows(sql`
            update ${sql.raw(table)} set version = ${version}, updated_at = ${at}::timestamptz, updated_by = ${by}::uuid
            where id = ${one}::uuid`)
      // As an import leaves what it could not read.
      const open = Object.entries(values).flatMap(([field, value]) => (value === null ? [field] : []))
      const file = open.map((field) => (object === 'customer' ? field : `${object}.${field}`))
      await superuser.rows(sql`update ${sql.raw(object)} set incomplete = ${open}::text[] where id = ${id}::uuid`)
      await superuser.rows(sql`
        update customer set incomplete = ${file}::text[]
        where id = ${seen.customer[seen[object].indexOf(id)]}::uuid`)
    },
    close: async () => {
      await superuser.end()
      await house.close()
    },
  }
}

type Stamp = { id: string; version: number; at: string; by: string | null }

const seenBy = (n: number) => ({
  contact: { name: `联系人${n}` },
  purchase: { summary: `货${n}`, date: '2026-03-01' },
})

async function openVeiled({
  kernel,
  server,
  seen,
  units,
  system,
}: ApiHouse): Promise<{ client: ApiClient; id: string }> {
  const said = (fields: Fields, access: string) =>
    Object.entries(fields).flatMap(([object, names]) => names.map((field) => ({ object, field, access })))
  const fieldRights = [...said(hidden, 'hidden'), ...said(masked, 'masked')]
  const { id: role } = await system()
    .recordsNamed('role')
    .create({ nameZh: '半蒙', nameEn: 'Half veiled', clearance: '2', plain: '1', grants: [], fieldRights })
  const person = { name: '莫言', login: 'mo', role: 'clerk', unit: units.north }
  const { id } = await system().recordsNamed('user').create(person)
  await system().recordsNamed('role_assignment').create({ user: id, role, grounds: '测试' })
  await kernel.reload()
  const { token } = await startSession(kernel.db, id, { ip: null, agent: 'test' })
  const contract = liveContract(kernel, server)
  return { id, client: clientOf(server.address, { contract, seen, cookie: `dossier=${token}` }) }
}

function merged(...all: readonly Fields[]): Fields {
  const of = (object: Held): string[] => [...new Set(all.flatMap((each) => each[object]))]
  return { customer: of('customer'), contact: of('contact'), purchase: of('purchase') }
}
