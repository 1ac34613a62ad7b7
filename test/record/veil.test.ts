import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf, type Context, makeContext, objectWire, sql, standingOfPerson } from '#kernel'
import { type House, openHouse } from '#test/house'

const phone = '13800138000'
const idNumber = '110105199003071052'

let house: House
let id: string
beforeAll(async () => {
  house = await openHouse()
  const made = await house.as('wang').recordsNamed('customer').create({ name: '蒙面客户', phone, idNumber })
  id = made.id
})
afterAll(() => house.close())

const customersOf = (name: 'wang' | 'zhang' | 'chen' | 'li') => house.as(name).recordsNamed('customer')

describe('what a clerk sees of a sealed value', () => {
  it('is its mask, on the file, in lists, in the timeline and in the history', async () => {
    const customers = customersOf('wang')
    const masked = { phone: '138****8000', idNumber: '1101**********1052' }
    expect(await customers.get(id)).toMatchObject({ phone: null, idNumber: null, masked })
    const { items } = await customers.list({ where: { name: '蒙面客户' } })
    expect(items[0]).toMatchObject({ values: { phone: null }, masked })
    const { version } = await customers.update(id, { phone: '13800138001' }, { version: 1 })
    expect((await customers.history(id)).items[0]).toMatchObject({ before: '138****8000', after: '138****8001' })
    expect(JSON.stringify(await customers.timeline(id))).not.toContain('13800138001')
    await customers.update(id, { phone }, { version })
  })

  it('is met by no filter, order, group or sum', async () => {
    const customers = customersOf('wang')
    const refused = { status: 400 }
    await expect(customers.list({ where: { phone } })).rejects.toMatchObject(refused)
    await expect(customers.list({ where: { phone: { tail: '8000' } } })).rejects.toMatchObject(refused)
    await expect(customers.list({ where: { or: [{ idNumber }] } })).rejects.toMatchObject(refused)
    await expect(customers.list({ sort: 'phone' })).rejects.toMatchObject(refused)
    await expect(customers.groupBy('phone')).rejects.toMatchObject(refused)
    expect((await customers.list({ where: { phone: { empty: false } } })).total).toBe(1)
  })

  it('is not in the answer to a stale change', async () => {
    const error = await customersOf('wang')
      .update(id, { phone: '13700137000' }, { version: 1 })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ status: 409 })
    expect(JSON.stringify(error)).not.toContain('8613800138')
  })

  it('is not in the answer to a stale restoration of an old value', async () => {
    const customers = customersOf('wang')
    const { version } = await customers.get(id)
    await customers.update(id, { phone: '13600136000' }, { version })
    const [change] = (await customers.history(id)).items
    const error = await customers
      .restoreValue(id, { change: change?.id ?? '', version: 1 })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ status: 409 })
    expect(JSON.stringify(error)).not.toMatch(/13800138|13600136/)
    await customers.update(id, { phone }, { version: version + 1 })
  })

  it('is plain up to the own level for the head, and masked above it', async () => {
    expect(await customersOf('zhang').get(id)).toMatchObject({
      phone: '+8613800138000',
      masked: { idNumber: '1101**********1052' },
    })
  })
})

describe('a reveal', () => {
  it('shows one value, and stands in the trail with its reason before it does', async () => {
    const value = await customersOf('wang').reveal(id, { field: 'phone', reason: '回电', use: 'dial' })
    expect(value).toBe('+8613800138000')
    const [row] = await house.kernel.db.rows<{ fields: string[]; reason: string; body: string }>(
      sql`select fields, reason, body from audit_event where action = 'reveal' and record = ${id}::uuid`,
    )
    expect(row).toMatchObject({ fields: ['phone'], reason: '回电' })
    expect(row?.body).not.toContain('13800138000')
  })

  it('of a field above the clearance is refused, and that stands in the trail too', async () => {
    const request = { field: 'idNumber', reason: '想看', use: 'read' } as const
    await expect(customersOf('wang').reveal(id, request)).rejects.toMatchObject({ status: 403 })
    await expect(customersOf('zhang').reveal(id, request)).resolves.toBe(idNumber)
    const rows = await house.kernel.db.rows<{ result: string }>(
      sql`select result from audit_event where action = 'reveal' and fields = '{idNumber}' order by id`,
    )
    expect(rows.map(({ result }) => result)).toEqual(['refused', 'done'])
  })

  it('of level 3 wants a fresh proof of presence', async () => {
    const unproven = house.as('zhang', { proven: false }).recordsNamed('customer')
    const request = { field: 'idNumber', reason: '核对', use: 'read' } as const
    await expect(unproven.reveal(id, request)).rejects.toMatchObject({ code: 'access.proof_needed' })
  })

  it('of a file out of sight is not there', async () => {
    const request = { field: 'phone', reason: '好奇', use: 'read' } as const
    await expect(customersOf('li').reveal(id, request)).rejects.toMatchObject({ status: 404 })
  })

  it('wants a fresh proof beyond twenty in an hour, whatever the level', async () => {
    const request = { field: 'phone', reason: '回访', use: 'dial' } as const
    const unproven = house.as('li', { proven: false }).recordsNamed('customer')
    const { id: own } = await customersOf('li').create({ name: '李的客户', phone })
    for (let at = 0; at < 20; at++) await unproven.reveal(own, request)
    await expect(unproven.reveal(own, request)).rejects.toMatchObject({ code: 'access.proof_needed' })
    await expect(customersOf('li').reveal(own, request)).resolves.toBe('+8613800138000')
  })

  it('ends at the quota, also for many at once, and tells those who watch at half of it and at its end', async () => {
    const request = { field: 'phone', reason: '抄录', use: 'read' } as const
    const all = await Promise.allSettled(Array.from({ length: 70 }, () => customersOf('chen').reveal(id, request)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(60)
    await expect(customersOf('chen').reveal(id, request)).rejects.toMatchObject({
      status: 429,
      code: 'access.reveal_quota',
    })
    const told = await house.kernel.db.rows<{ body: string }>(
      sql`select body from audit_event where action = 'alarm' and actor = ${house.people.chen.id}::uuid order by id`,
    )
    expect(told.map(({ body }) => JSON.parse(body).detail)).toEqual([
      { made: 30, most: 60, hours: 24 },
      { made: 60, most: 60, hours: 24 },
    ])
  })
})

describe('the clearance', () => {
  it('keeps a file of a higher level out of sight, whoever holds it', async () => {
    const customers = customersOf('wang')
    const { id: secret } = await customers.create({ name: '升密客户' })
    await customersOf('zhang').update(secret, { level: '3' }, { version: 1 })
    await expect(customers.get(secret)).rejects.toMatchObject({ status: 404 })
    expect((await customers.list({ search: '升密客户' })).total).toBe(0)
    expect((await customersOf('zhang').list({ search: '升密客户' })).total).toBe(1)
    const bare = await house
      .as('wang')
      .transaction((tx) => tx.db.rows(sql`select id from customer where id = ${secret}`))
    expect(bare).toEqual([])
  })

  it('bounds what one may make', async () => {
    await expect(customersOf('wang').create({ name: '越级客户', level: '3' })).rejects.toMatchObject({
      code: 'access.level_above',
    })
  })
})

describe('what a role says of a field', () => {
  let reader: Context
  beforeAll(async () => {
    const rights = [
      { object: 'customer', field: 'phone', access: 'read' },
      { object: 'customer', field: 'fax', access: 'hidden' },
      { object: 'contact', field: 'phone', access: 'hidden' },
    ]
    const grants = [{ objects: ['area:files', 'area:parts'], rights: ['read', 'update'], scope: 'own' }]
    const input = { nameZh: '录入', nameEn: 'Typist', clearance: '2', plain: '1', grants, fieldRights: rights }
    const role = await house.system().recordsNamed('role').create(input)
    await house
      .system()
      .recordsNamed('role_assignment')
      .create({ user: house.people.sun.id, role: role.id, grounds: '代办' })
    await house.kernel.reload()
    const { sun } = house.people
    const standing = await standingOfPerson(house.kernel, sun)
    reader = makeContext({ kernel: house.kernel, actor: actorOf(sun, standing, { session: null }), channel: 'api' })
  })

  it('keeps a masked value from being written where it may only be read', async () => {
    const { id: own } = await reader.recordsNamed('customer').create({ name: '只读客户' })
    await expect(reader.recordsNamed('customer').update(own, { phone }, { version: 1 })).rejects.toMatchObject({
      code: 'field.read_only',
    })
    const fields = objectWire(reader, reader.type('customer')).fields
    expect(fields.find(({ name }) => name === 'phone')).toMatchObject({ access: 'masked', readOnly: true })
  })

  it('hides a field from history, timeline, conflicts, what is open and the search', async () => {
    const customers = house.system().recordsNamed('customer')
    const made = await customers.create({ name: '隐藏客户', owner: house.people.sun.id })
    await customers.update(made.id, { fax: '02161112222' }, { version: 1 })
    const contact = { customer: made.id, name: '钱', phone: '13500135999' }
    await house.system().recordsNamed('contact').create(contact)
    const seen = reader.recordsNamed('customer')
    expect(JSON.stringify([await seen.history(made.id), await seen.timeline(made.id)])).not.toContain('fax')
    const stale = await seen.update(made.id, { remarks: '改' }, { version: 1 }).catch((thrown: unknown) => thrown)
    expect(JSON.stringify(stale)).not.toContain('fax')
    expect((await seen.list({ search: '5999' })).total).toBe(0)
    expect((await house.as('zhang').recordsNamed('customer').list({ search: '5999' })).total).toBe(1)
  })
})
