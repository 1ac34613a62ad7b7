import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Context, decide, destroyKeys, type Grounds, openFile, renew, showProposal, storeFile } from '#kernel'
import { type House, openHouse } from '#test/house'
import { actAs } from '#test/standing-actor'

/* What a change that waits is founded on: why, by what source, and with which evidence. */

let house: House
let wang = ''
const as = (login: string): Promise<Context> => actAs(house, login)

beforeAll(async () => {
  house = await openHouse()
  wang = (await as('wang')).actor.id ?? ''
  const rule = { object: 'customer', name: '传真', operations: ['update'], fields: ['fax'], roles: ['head'] }
  const needs = ['reason', 'source', 'files']
  const rules = (await as('zhang')).recordsNamed('approval_rule')
  await rules.create({ ...rule, needs })
  await rules.create({ ...rule, object: 'contact', operations: ['create', 'update'], fields: ['remarks'], needs: [] })
})
afterAll(() => house.close())

async function customer(): Promise<string> {
  const whole = { name: '北方公司', owner: wang, unit: house.units.north }
  return (await house.system().recordsNamed('customer').create(whole)).id
}

async function evidence(login = 'wang', text = '来信'): Promise<string> {
  return (await storeFile(await as(login), Readable.from([Buffer.from(text)]), '来信.txt')).id
}

async function change(id: string, grounds: Grounds | null, reason?: string): Promise<string> {
  const records = (await as('wang')).with({ grounds }).recordsNamed('customer')
  const { version } = await records.get(id)
  const fax = `010-8${(randomBytes(4).readUInt32BE() % 9_000_000) + 1_000_000}`
  return (await records.update(id, { fax }, { version, reason })).proposed ?? ''
}

const request = async (id: string) => (await as('zhang')).recordsNamed('change_request').get(id)

async function textOf(login: string, file: string): Promise<string> {
  const { content } = await openFile(await as(login), file)
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString()
}

it('is refused where it lacks what a rule demands, with each part named, and nothing is kept', async () => {
  const id = await customer()
  await expect(change(id, null)).rejects.toMatchObject({
    status: 422,
    code: 'proposal.grounds_needed',
    errors: ['grounds.reason', 'grounds.source', 'grounds.files'].map((path) => ({ path, code: 'field.required' })),
  })
  await expect(change(id, { source: 'call', files: [] }, '来电要求')).rejects.toMatchObject({
    errors: [{ path: 'grounds.files' }],
  })
  await expect(change(id, { source: 'rumour', files: [await evidence()] }, '来电要求')).rejects.toMatchObject({
    status: 422,
    errors: [{ path: 'source' }],
  })
  const waiting = await (await as('zhang')).recordsNamed('change_request').list({ where: { record: id } })
  expect(waiting.total).toBe(0)
})

it('is shown to whoever decides, with evidence that opens for them and for nobody who does not see the request', async () => {
  const id = await customer()
  const file = await evidence()
  const asked = await change(id, { reason: '来函更正', source: 'mail', files: [file] })
  expect(await request(asked)).toMatchObject({ grounds: '来函更正', source: 'mail', files: [file] })
  expect(await showProposal(await as('zhang'), asked)).toMatchObject({ file: { object: 'customer', record: id } })
  expect(await textOf('zhang', file)).toBe('来信')
  await expect(textOf('chen', await evidence('zhang'))).rejects.toMatchObject({ status: 404 })
  await expect(textOf('sun', file)).rejects.toMatchObject({ status: 404 })
  const zhang = await as('zhang')
  await destroyKeys(zhang, zhang.type('customer'), id, { reason: '客户要求' })
  await expect(textOf('zhang', file)).rejects.toMatchObject({ code: 'record.destroyed' })
})

it('takes no file of somebody else, and none that proves another request', async () => {
  const id = await customer()
  const grounds = { reason: '更正', source: 'mail', files: [await evidence('zhang')] }
  await expect(change(id, grounds)).rejects.toMatchObject({ code: 'field.file_unknown' })
  const used = await evidence()
  await change(id, { ...grounds, files: [used] })
  await expect(change(id, { ...grounds, files: [used] })).rejects.toMatchObject({ code: 'field.file_unknown' })
})

it('goes along when its maker brings it again', async () => {
  const id = await customer()
  const file = await evidence()
  const first = await change(id, { reason: '来函更正', source: 'mail', files: [file] })
  const { hash } = await showProposal(await as('zhang'), first)
  await decide(await as('zhang'), first, { verdict: 'return', hash, grounds: '请补充' })
  const more = await evidence('wang', '补充')
  const second = await renew((await as('wang')).with({ grounds: { files: [more] } }), first, '已补充')
  expect(await request(second ?? '')).toMatchObject({ grounds: '已补充', source: 'mail', files: [file, more] })
  expect(await textOf('zhang', file)).toBe('来信')
  expect(await textOf('zhang', more)).toBe('补充')
})

it('is asked of whoever sits at a page before a change is kept, and not where nothing waits', async () => {
  const file = await customer()
  const asking = (await as('wang')).with({ grounds: { files: [], asks: true } })
  const contact = { customer: file, name: '王晓东' }
  expect((await asking.recordsNamed('contact').create(contact)).proposed).toBeUndefined()
  const refused = asking.recordsNamed('contact').create({ ...contact, remarks: '备注' })
  await expect(refused).rejects.toMatchObject({ code: 'proposal.grounds_needed', errors: [] })
  const said = (await as('wang')).with({ grounds: { reason: '来电', files: [] } })
  expect((await said.recordsNamed('contact').create({ ...contact, remarks: '备注' })).proposed).toBeTruthy()
})

it('stands in the history of what nothing holds back, and not as the reason of what waits', async () => {
  const id = await customer()
  const grounds = { files: [], asks: true, told: '据跟进记录更正：电话' }
  const records = (await as('wang')).with({ grounds }).recordsNamed('customer')
  await records.update(id, { website: 'https://example.com' }, { version: 1 })
  expect((await records.history(id)).items).toMatchObject([{ field: 'website', reason: grounds.told }])
  await expect(change(id, grounds)).rejects.toMatchObject({
    code: 'proposal.grounds_needed',
    errors: [{ path: 'grounds.reason' }, { path: 'grounds.source' }, { path: 'grounds.files' }],
  })
})

it('is asked once of many, whose requests take no files but as one request', async () => {
  const ids = [await customer(), await customer()]
  const patch = { fax: '010-88887777' }
  const many = async (grounds: Grounds) =>
    (await as('wang')).with({ grounds }).recordsNamed('customer').updateMany({ ids }, { patch })
  const needed = { code: 'proposal.grounds_needed' }
  await expect(many({ files: [], asks: true })).rejects.toMatchObject({ ...needed, details: { together: 2 } })
  expect((await many({ reason: '统一更正', source: 'call', files: [await evidence()] })).failed).toHaveLength(2)
  const whole = await many({ reason: '统一更正', source: 'call', files: [await evidence()], together: true })
  expect(whole).toMatchObject({ proposed: 2, failed: [] })
  expect((await request(whole.request ?? '')).files).toHaveLength(1)
  const contacts = house.system().recordsNamed('contact')
  const parts = await contacts.createMany(ids.map((customer) => ({ input: { customer, name: '张三' } })))
  const change = async (grounds: Grounds) =>
    (await as('wang'))
      .with({ grounds })
      .recordsNamed('contact')
      .updateMany({ ids: parts.map(({ id }) => id) }, { patch: { remarks: '统一' } })
  await expect(change({ files: [], asks: true })).rejects.toMatchObject(needed)
  expect(await change({ reason: '统一更正', files: [] })).toMatchObject({ proposed: 2, failed: [] })
})

it('is under the key of the file that it is about, also after that has moved', async () => {
  const [from, to] = [await customer(), await customer()]
  const contacts = (await as('wang')).recordsNamed('contact')
  const { id } = await contacts.create({ customer: from, name: '李四' })
  const file = await evidence()
  const grounds = { reason: '更正', source: 'call', files: [file] }
  const asked = (await as('wang')).with({ grounds }).recordsNamed('contact')
  await asked.update(id, { remarks: '备注' }, { version: 1 })
  await house.system().recordsNamed('contact').update(id, { customer: to })
  const zhang = await as('zhang')
  const destroy = (owner: string) => destroyKeys(zhang, zhang.type('customer'), owner, { reason: '客户要求' })
  await destroy(from)
  expect(await textOf('zhang', file)).toBe('来信')
  await destroy(to)
  await expect(textOf('zhang', file)).rejects.toMatchObject({ code: 'record.destroyed' })
})

it('names calls and visits of the same file as its evidence, with what stood there, and none of another, deleted or unseen', async () => {
  const [id, other] = [await customer(), await customer()]
  const followUps = (await as('wang')).recordsNamed('follow_up')
  const call = await followUps.create({ customer: id, content: '来电要求更正传真' })
  const elsewhere = await followUps.create({ customer: other, content: '另一家的来电' })
  const gone = await followUps.create({ customer: id, content: '误录' })
  await followUps.remove(gone.id)
  const foreign = { name: '他人客户', owner: (await as('zhang')).actor.id, unit: house.units.south }
  const { id: theirs } = await house.system().recordsNamed('customer').create(foreign)
  const hidden = await house.system().recordsNamed('follow_up').create({ customer: theirs, content: '看不到' })
  const named = (record: string, object = 'follow_up') => ({
    ...{ reason: '来电更正', source: 'call', files: [] },
    linked: [{ object, record }],
  })
  const contact = { customer: id, name: '王晓东', remarks: '备注' }
  const ask = async (grounds: Grounds) => (await as('wang')).with({ grounds }).recordsNamed('contact').create(contact)
  for (const record of [elsewhere.id, gone.id, hidden.id])
    await expect(ask(named(record))).rejects.toMatchObject({ status: 422, code: 'proposal.link_unknown' })
  await expect(ask(named(id, 'customer'))).rejects.toMatchObject({ code: 'proposal.link_unknown' })
  const { proposed = '' } = await ask(named(call.id))
  const linked = [{ object: 'follow_up', record: call.id, version: 1 }]
  expect(await showProposal(await as('zhang'), proposed)).toMatchObject({ linked })

  // A rule that wants a file is not met by a record; one that wants either is met by both.
  await expect(change(id, named(call.id))).rejects.toMatchObject({ errors: [{ path: 'grounds.files' }] })
  const rules = (await as('zhang')).recordsNamed('approval_rule')
  const { items } = await rules.list({ where: { object: 'customer' } })
  const [rule] = items
  await rules.update(String(rule?.id), { needs: ['proof'] }, { version: rule?.version })
  await expect(change(id, { files: [] })).rejects.toMatchObject({
    errors: [{ path: 'grounds.proof' }],
    details: { file: { object: 'customer', record: id } },
  })
  const first = await change(id, named(call.id))
  await followUps.remove(call.id)
  await expect(renew((await as('wang')).with({ grounds: { files: [] } }), first)).rejects.toMatchObject({
    code: 'proposal.grounds_needed',
  })
  const again = await renew((await as('wang')).with({ grounds: { files: [await evidence()] } }), first)
  expect(await showProposal(await as('zhang'), again ?? '')).toMatchObject({ linked: [] })
  await rules.update(String(rule?.id), { needs: ['reason', 'source', 'files'] }, { version: Number(rule?.version) + 1 })
})
