import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Approval, openDatabase, sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

/* A request about a file says its name: it is seen by whoever sees the file, at any time, by every way out. */

let house: ApiHouse
const clients: Record<string, ApiClient> = {}
const secret = '绝密北方'
const asking: Approval = { duties: ['roles'] }

beforeAll(async () => {
  house = await openApiHouse()
  for (const login of ['zhang', 'wang', 'li', 'chen', 'sun'] as const) clients[login] = await house.client(login)
})
afterAll(() => house.close())

/** Every change of a customer and of a contact asks, not only what the product asks for. */
beforeEach(() => {
  for (const object of ['customer', 'contact']) house.system().type(object).hooks.approval = () => asking
  delete house.system().type('customer').hooks.asks
})
afterEach(() => {
  for (const object of ['customer', 'contact']) delete house.system().type(object).hooks.approval
})

it('is founded on what the header says, by every way in; a header that is none is refused', async () => {
  const headers = (grounds: unknown) => ({ 'x-dossier-grounds': encodeURIComponent(JSON.stringify(grounds)) })
  const file = await makeFile()
  const path = `/api/customers/${file.id}`
  const body = { shortName: '简称', version: file.version }
  for (const bad of ['%', 'none', encodeURIComponent('{"files":["a"]}'), encodeURIComponent('{"who":"x"}')])
    expect((await as('wang').patch(path, body, { headers: { 'x-dossier-grounds': bad } })).status).toBe(400)
  const said = { headers: headers({ reason: '来电更正', source: 'call' }) }
  const asked = [
    await as('wang').patch(path, body, said),
    await as('wang').post('/api/contacts', { customer: file.id, name: '王晓东' }, said),
    await as('chen').delete(path, said),
  ]
  for (const { status, body } of asked) {
    expect(status).toBe(202)
    const { body: request } = await as('zhang').get(`/api/change-requests/${body.proposed}`)
    expect(request).toMatchObject({ grounds: '来电更正', source: 'call' })
  }
})

const as = (login: string): ApiClient => {
  const client = clients[login]
  if (!client) throw new Error(`no client ${login}`)
  return client
}

async function makeFile(values: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const system = house.system().recordsNamed('customer')
  return system.create({ name: `${secret}集团`, owner: house.people.wang.id, level: '1', ...values })
}

/** Wang asks for a change of the file; the request's id. */
async function ask(file: { id: string; version: number }): Promise<string> {
  const { status, body } = await as('wang').patch(`/api/customers/${file.id}`, {
    shortName: `简称${Math.random()}`,
    version: file.version,
  })
  expect(status).toBe(202)
  return body.proposed
}

const change = (id: string, patch: Record<string, unknown>) => house.system().recordsNamed('customer').update(id, patch)

/** Everything that the API tells somebody of the request. */
async function seenBy(login: string, id: string): Promise<string[]> {
  const client = as(login)
  const where = encodeURIComponent(JSON.stringify({ id }))
  const ways = {
    list: (await client.get('/api/change-requests?limit=200')).body.items.some(
      (item: { id: string }) => item.id === id,
    ),
    count: (await client.get(`/api/change-requests?limit=1&where=${where}`)).body.total > 0,
    search:
      (await client.get(`/api/change-requests?search=${encodeURIComponent(secret)}&where=${where}`)).body.total > 0,
    groups: (await client.get(`/api/change-requests/groups?by=state&where=${where}`)).body.groups?.length > 0,
    one: (await client.get(`/api/change-requests/${id}`)).status === 200,
    changes: (await client.get(`/api/change-requests/${id}/changes`)).status === 200,
    history: (await client.get(`/api/change-requests/${id}/history`)).status === 200,
    decision:
      (await client.post(`/api/change-requests/${id}/decision`, { verdict: 'approve', hash: '0'.repeat(64) }))
        .status !== 404,
    withdrawal: login !== 'wang' && (await client.post(`/api/change-requests/${id}/withdrawal`, {})).status !== 404,
  }
  return Object.entries(ways).flatMap(([way, seen]) => (seen ? [way] : []))
}

const everyWay = ['list', 'count', 'search', 'groups', 'one', 'changes', 'history', 'decision', 'withdrawal']

describe('a request about a file', () => {
  it('is seen by whoever sees the file, and by nobody else, by every way', async () => {
    const id = await ask(await makeFile())
    expect(await seenBy('zhang', id)).toEqual(everyWay)
    expect(await seenBy('chen', id)).toEqual(everyWay)
    expect(await seenBy('wang', id)).toEqual(everyWay.filter((way) => way !== 'withdrawal'))
    expect(await seenBy('li', id)).toEqual([])
    expect(await seenBy('sun', id)).toEqual([])
  })

  it('goes along when the file gets another owner, and leaves who asked for it', async () => {
    const file = await makeFile()
    const id = await ask(file)
    await change(file.id, { owner: house.people.li.id })
    expect(await seenBy('wang', id)).toEqual([])
    expect(await seenBy('chen', id)).toEqual([])
    expect(await seenBy('li', id)).toEqual(everyWay)
    const where = encodeURIComponent(JSON.stringify({ record: file.id }))
    const { body } = await as('wang').get(`/api/change-requests?where=${where}`)
    expect(JSON.stringify(body)).not.toContain(secret)
  })

  it('goes along when the file gets a higher level', async () => {
    const file = await makeFile()
    const id = await ask(file)
    await change(file.id, { level: '3' })
    expect(await seenBy('wang', id)).toEqual([])
    expect(await seenBy('zhang', id)).toEqual(everyWay)
    await change(file.id, { level: '2' })
    expect(await seenBy('wang', id)).not.toEqual([])
  })

  it('comes and goes with the team', async () => {
    const file = await makeFile()
    const id = await ask(file)
    const teams = house.system().recordsNamed('team_member')
    // What somebody may is remembered for a moment, which lasts here, and no notice comes: the feed is just connecting anew.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    onTestFinished(() => void vi.useRealTimers())
    const superuser = openDatabase(house.url, { max: 1, name: 'test superuser' })
    const noNotice = () =>
      superuser.rows(sql`
        select pg_terminate_backend(pid, 1000) from pg_stat_activity
        where application_name = 'dossier feed' and datname = current_database()`)
    expect(await seenBy('li', id)).toEqual([])
    await noNotice()
    const member = await teams.create({ customer: file.id, user: house.people.li.id, access: 'read' })
    expect(await seenBy('li', id)).toEqual(everyWay)
    await noNotice()
    await teams.remove(member.id)
    await superuser.end()
    expect(await seenBy('li', id)).toEqual([])
  })

  it('is closed by the net below the queries too', async () => {
    const file = await makeFile()
    const id = await ask(file)
    await change(file.id, { owner: house.people.li.id, level: '2' })
    const [row] = await house.system().transaction((tx) =>
      tx.db.rows(sql`
        select request.acl_read = file.acl_read and request.acl_level = file.acl_level as same
        from change_request as request join customer as file on file.id::text = request.record where request.id = ${id}::uuid`),
    )
    expect(row).toEqual({ same: true })
  })

  it('tells its id in the stream of changes to nobody else', async () => {
    const [other, manager] = [await as('li').events(), await as('chen').events()]
    const id = await ask(await makeFile())
    await manager.next(({ records }) => records.includes(id))
    const mark = await house.system().recordsNamed('customer').create({ name: '之后', owner: house.people.li.id })
    await other.next(({ records }) => records.includes(mark.id))
    expect(JSON.stringify(other.events)).not.toContain(id)
    for (const stream of [other, manager]) stream.close()
  })

  it('is out of reach of who may read requests but no customers', async () => {
    const file = await makeFile()
    const id = await ask(file)
    const system = house.system()
    const grants = [
      { objects: ['area:proposals'], rights: ['read'], scope: 'all' },
      { objects: ['customer'], rights: ['read'], scope: 'all', deny: true },
    ]
    const role = await system.recordsNamed('role').create({ nameZh: '只看申请', nameEn: 'Requests alone', grants })
    await house.kernel.reload()
    const held = { user: house.people.sun.id, role: role.id, grounds: '试' }
    const { id: assignment } = await system.recordsNamed('role_assignment').create(held)
    clients.sun = await house.client('sun')
    expect(await seenBy('sun', id)).toEqual([])
    const where = encodeURIComponent(JSON.stringify({ object: 'customer' }))
    expect((await as('sun').get(`/api/change-requests?where=${where}`)).body.total).toBe(0)
    await system.recordsNamed('role_assignment').remove(assignment)
    clients.sun = await house.client('sun')
  })
})

describe('a request about what lives on a file', () => {
  const contactOf = (id: string) =>
    house
      .system()
      .recordsNamed('contact')
      .create({ customer: id, name: `${secret}联系人` })

  it('goes along with the file, and with the contact to another file', async () => {
    const file = await makeFile()
    const contact = await contactOf(file.id)
    const { body } = await as('wang').patch(`/api/contacts/${contact.id}`, { title: '经理', version: contact.version })
    const id = body.proposed
    expect(await seenBy('li', id)).toEqual([])
    await change(file.id, { owner: house.people.li.id })
    expect(await seenBy('li', id)).toEqual(everyWay)
    expect(await seenBy('wang', id)).toEqual([])
    const other = await makeFile()
    await house.system().recordsNamed('contact').update(contact.id, { customer: other.id })
    expect(await seenBy('li', id)).toEqual([])
    expect(await seenBy('chen', id)).toEqual(everyWay)
    await change(other.id, { owner: house.people.li.id })
    expect(await seenBy('chen', id)).toEqual([])
  })

  it('goes along with the file before the contact is there, and is closed as the contact is once it is', async () => {
    const file = await makeFile()
    const made = await as('wang').post('/api/contacts', { customer: file.id, name: `${secret}新人` })
    expect(made.status).toBe(202)
    const id = made.body.proposed
    expect(await seenBy('chen', id)).toEqual(everyWay)
    await change(file.id, { owner: house.people.li.id })
    expect(await seenBy('chen', id)).toEqual([])
    expect(await seenBy('li', id)).toEqual(everyWay)
    await change(file.id, { owner: house.people.wang.id })
    const { hash } = (await as('zhang').get(`/api/change-requests/${id}/changes`)).body
    const approved = await as('zhang').post(`/api/change-requests/${id}/decision`, { verdict: 'approve', hash })
    expect(approved.status).toBe(204)
    await change(file.id, { level: '3' })
    expect(await seenBy('wang', id)).toEqual([])
    expect(await seenBy('zhang', id)).not.toEqual([])
  })
})

describe('a request about the house', () => {
  it('is seen by who brought it as before', async () => {
    const { hooks } = house.system().type('product')
    hooks.approval = () => asking
    const { status, body } = await as('chen').post('/api/products', { name: '新品' })
    delete hooks.approval
    expect(status).toBe(202)
    expect((await as('chen').get(`/api/change-requests/${body.proposed}`)).status).toBe(200)
    expect((await as('wang').get(`/api/change-requests/${body.proposed}`)).status).toBe(404)
  })
})
