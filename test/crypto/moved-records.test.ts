import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type Context,
  type Database,
  decide,
  destroyKeys,
  findImport,
  importErrors,
  makeContext,
  openFile,
  type Sql,
  showProposal,
  sql,
} from '#kernel'
import { type House, openHouse } from '#test/house'
import { queueImport } from '#test/import-csv'
import { rawConnection } from '#test/raw-connection'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'

/* Nothing of a record that moves to another file stays under the keys of the one that it left, and nothing is left out of reach of the new one's. */

const phone = '+8613987654321'

let house: House
let zhang: Context
let officer: Context
beforeAll(async () => {
  house = await openHouse()
  zhang = house.as('zhang')
  await house.system().recordsNamed('user').update(house.people.sun.id, { role: 'head' })
  officer = await actAs(house, 'sun')
})
afterEach(() => {
  delete house.system().type('contact').hooks.approval
})
afterAll(() => house.close())

const makeFile = async (name: string) => (await zhang.recordsNamed('customer').create({ name })).id
const destroy = (customer: string) => destroyKeys(zhang, zhang.type('customer'), customer, { reason: '客户要求' })

async function move(contact: string, to: string): Promise<void> {
  const contacts = zhang.recordsNamed('contact')
  await contacts.update(contact, { customer: to }, { version: (await contacts.get(contact)).version })
}

describe('the history and the kept answers of a record that moved', () => {
  const input = { name: '走动人', phone }
  async function moved(key: string): Promise<{ from: string; to: string; contact: string }> {
    const from = await makeFile(`${key} 原档`)
    const to = await makeFile(`${key} 新档`)
    const contacts = zhang.recordsNamed('contact')
    const { id: contact } = await contacts.create({ customer: from, ...input }, { idempotencyKey: key })
    await contacts.update(contact, { phone: '+8613987654322' }, { version: 1 })
    await move(contact, to)
    return { from, to, contact }
  }
  const change = { field: 'phone', before: phone, after: '+8613987654322' }

  it('stay when the keys of the file that it left are destroyed', async () => {
    const { from, to, contact } = await moved('stays')
    await destroy(from)
    const contacts = zhang.recordsNamed('contact')
    const { items } = await contacts.history(contact)
    expect(items.find(({ field }) => field === 'phone')).toMatchObject(change)
    expect(items.find(({ field }) => field === 'customer')).toMatchObject({ before: from, after: to })
    const again = contacts.create({ customer: from, ...input }, { idempotencyKey: 'stays' })
    await expect(again).resolves.toMatchObject({ id: contact })
  })

  it('leave no copy that can be read when the keys of its file are destroyed', async () => {
    const { from, to, contact } = await moved('goes')
    const contacts = zhang.recordsNamed('contact')
    await destroy(to)
    const { items } = await contacts.history(contact)
    expect(items.flatMap(({ before, after }) => [before, after])).toEqual(items.flatMap(() => [null, null]))
    const again = contacts.create({ customer: from, ...input }, { idempotencyKey: 'goes' })
    await expect(again).rejects.toMatchObject({ code: 'record.destroyed' })
  })
})

/** A contact of a file, with a request that waits and one that has been decided on. */
async function askedFor(): Promise<{ from: string; contact: string; requests: string[] }> {
  const from = await makeFile('有申请的')
  const { id: contact } = await zhang.recordsNamed('contact').create({ customer: from, name: '走动人', phone })
  house.system().type('contact').hooks.approval = (_, { fields }) =>
    fields.includes('phone') ? { duties: ['roles'] } : null
  const requests = []
  for (const to of ['+8613987654322', '+8613987654323']) {
    const { proposed } = await zhang.recordsNamed('contact').update(contact, { phone: to }, { version: 1 })
    requests.push(proposed ?? '')
  }
  const { hash } = await showProposal(officer, requests[0] ?? '')
  await decide(officer, requests[0] ?? '', { verdict: 'reject', hash })
  return { from, contact, requests }
}

describe('what has been asked for about a record that moved', () => {
  it('can be read, and is what was signed, when the keys of the file that it left are destroyed', async () => {
    const { from, contact, requests } = await askedFor()
    const before = await Promise.all(requests.map((id) => showProposal(zhang, id)))
    await move(contact, await makeFile('新档'))
    await destroy(from)
    for (const [at, id] of requests.entries()) {
      const { hash, items, stale } = await showProposal(zhang, id)
      expect({ hash, proposed: items[0]?.proposed, stale }).toEqual({
        hash: before[at]?.hash,
        proposed: before[at]?.items[0]?.proposed,
        stale: true,
      })
    }
  })

  it('cannot be read when the keys of its file are destroyed', async () => {
    const { contact, requests } = await askedFor()
    const to = await makeFile('新档')
    await move(contact, to)
    await destroy(to)
    for (const id of requests) await expect(showProposal(zhang, id)).rejects.toMatchObject({ code: 'record.destroyed' })
  })

  it('is not opened where something else has been sealed in its place', async () => {
    const { requests } = await askedFor()
    // Who is to sign has been told by then.
    await runJobs(house)
    const place = { object: 'change_request', record: requests[1] ?? '', field: 'content', copy: 'proposal' }
    const key = { owner: house.people.zhang.id, level: 3 } as const
    const other = (await house.kernel.codec.sealing([key])).seal('{"salt":"other"}', place, key)
    await house.kernel.db.rows(sql`update proposal set content = ${other} where id = ${requests[1]}::uuid`)
    await expect(showProposal(zhang, requests[1] ?? '')).rejects.toThrow('is not what was proposed')
  })

  it('waits for its turn where a decision comes while the record moves', async () => {
    const { contact, requests } = await askedFor()
    const to = await makeFile('新档')
    const raw = await rawConnection(house, { everything: true })
    const waiting = () => raw.rows(`select from pg_locks where not granted`)
    const { hash } = await showProposal(officer, requests[1] ?? '')
    let decision: Promise<unknown> = Promise.resolve()
    await zhang.transaction(async (tx) => {
      const contacts = tx.recordsNamed('contact')
      await contacts.update(contact, { title: '经理' }, { version: 1 })
      decision = decide(officer, requests[1] ?? '', { verdict: 'approve', hash })
      decision.catch(() => {})
      await expect.poll(waiting).toHaveLength(1)
      await contacts.update(contact, { customer: to }, { version: 2 })
    })
    await expect(decision).rejects.toMatchObject({ code: 'proposal.outdated' })
    await raw.end()
  })
})

describe('the list that a record which moved was imported from', () => {
  const list =
    '客户名称,电话,联系人姓名,联系人手机\n两处不通,打不通,走动人,也打不通\n一处不通,13987654321,走动人,还打不通\n'

  async function imported(): Promise<{ id: string; from: string[]; contacts: string[] }> {
    const { id } = await queueImport(zhang, list)
    await runJobs(house)
    const of = async (object: string) =>
      (await zhang.recordsNamed(object).list({ where: { importId: id }, sort: 'importRow' })).items.map(
        (item) => item.id,
      )
    return { id, from: await of('customer'), contacts: await of('contact') }
  }
  const kept = async (id: string) => (await importErrors(zhang, await findImport(zhang, id))).items

  it('keeps nothing of it in the rows with trouble, and what is the other file’s own', async () => {
    const { id, from, contacts } = await imported()
    expect((await kept(id)).map(({ cells }) => cells[3])).toEqual(['也打不通', '还打不通'])
    const to = await makeFile('新档')
    for (const contact of contacts) await move(contact, to)
    const rows = await kept(id)
    expect(rows.map(({ cells }) => cells)).toEqual([['两处不通', '打不通', '', '']])
    expect(rows[0]?.errors.map(({ path }) => path)).toEqual(['phone'])
    await destroy(to)
    expect((await kept(id))[0]?.cells).toEqual(['两处不通', '打不通', '', ''])
    await destroy(from[0] ?? '')
    expect((await kept(id))[0]?.cells).toEqual([])
  })

  it('is destroyed with the file where it stands', async () => {
    const { id, contacts } = await imported()
    const to = await makeFile('新档')
    await move(contacts[0] ?? '', to)
    const { file } = await findImport(zhang, id)
    await expect(openFile(zhang, file)).resolves.toBeDefined()
    await destroy(to)
    await expect(openFile(zhang, file)).rejects.toMatchObject({ code: 'record.destroyed' })
  })
})

it('finds kept answers by an index', async () => {
  const raw = await rawConnection(house, { everything: true })
  await raw.rows(`
    insert into idempotency (actor, key, request_hash, answer)
    select 'somebody', n::text, '', '\\xf901'::bytea || int8send(n + 1000000) from generate_series(1, 20000) as n`)
  await raw.rows('analyze idempotency')
  await raw.end()
  const contact = await zhang.recordsNamed('contact').create({ customer: await makeFile('原档'), name: '走动人' })
  const statements: Sql[] = []
  const watch = <R extends Pick<Database, 'rows'>>(runner: R): R => ({
    ...runner,
    rows: (query: Sql, options?: { steady?: boolean }) => {
      statements.push(query)
      return runner.rows(query, options)
    },
  })
  const kernel = {
    ...house.kernel,
    db: { ...house.kernel.db, connect: async () => watch(await house.kernel.db.connect()) },
  }
  const contacts = makeContext({ kernel, actor: zhang.actor, channel: 'api' }).recordsNamed('contact')
  await contacts.update(contact.id, { customer: await makeFile('新档') }, { version: 1 })
  const plans = []
  for (const statement of statements) {
    const rows = await house.kernel.db.rows<{ 'QUERY PLAN': string }>(sql`explain ${statement}`)
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
  }
  const found = plans.filter((plan) => plan.includes('idempotency'))
  expect(found).toHaveLength(1)
  expect(found[0]).toContain('idempotency_data_key_idx')
})
