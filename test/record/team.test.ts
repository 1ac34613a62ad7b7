import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf, type Context, makeContext, sql, standingOfPerson, whatReaches, whoSees } from '#kernel'
import { type CastName, type House, openHouse } from '#test/house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The person as a new request finds them: keys and roles read afresh. */
async function now(name: CastName): Promise<Context> {
  const standing = await standingOfPerson(house.kernel, house.people[name])
  return makeContext({
    kernel: house.kernel,
    actor: actorOf(house.people[name], standing, { session: null, provenAt: new Date().toISOString() }),
    channel: 'api',
  })
}

async function file(name: string): Promise<string> {
  return (await house.as('wang').recordsNamed('customer').create({ name })).id
}

const share = async (customer: string, access: string, more: Record<string, unknown> = {}) =>
  house
    .as('wang')
    .recordsNamed('team_member')
    .create({ customer, user: house.people.li.id, access, ...more })

const seesIt = async (name: CastName, id: string): Promise<boolean> =>
  (await now(name))
    .recordsNamed('customer')
    .get(id)
    .then(
      () => true,
      () => false,
    )

describe('a team member', () => {
  it('who may read sees the file and what lives on it, and changes neither', async () => {
    const id = await file('只读客户')
    const { id: contact } = await house.as('wang').recordsNamed('contact').create({ customer: id, name: '陈一' })
    expect(await seesIt('li', id)).toBe(false)
    await share(id, 'read')
    const li = await now('li')
    expect(await li.recordsNamed('customer').get(id)).toMatchObject({ can: ['read'] })
    expect(await li.recordsNamed('contact').get(contact)).toMatchObject({ can: ['read'] })
    await expect(li.recordsNamed('contact').create({ customer: id, name: '陈二' })).rejects.toMatchObject({
      status: 422,
    })
    await expect(li.recordsNamed('customer').update(id, { tier: 'vip' }, { version: 1 })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('who works on it adds and changes what lives on it, not the file', async () => {
    const id = await file('跟进客户')
    await share(id, 'work')
    const li = await now('li')
    const made = await li.recordsNamed('follow_up').create({ customer: id, content: '电话沟通', method: 'phone' })
    expect(made.can).toContain('update')
    await expect(li.recordsNamed('customer').update(id, { tier: 'vip' }, { version: 1 })).rejects.toMatchObject({
      status: 403,
    })
    const further = li.recordsNamed('team_member').create({ customer: id, user: house.people.sun.id, access: 'all' })
    await expect(further).rejects.toMatchObject({ status: 422 })
  })

  it('with all rights changes the file', async () => {
    const id = await file('共管客户')
    await share(id, 'all')
    const customers = (await now('li')).recordsNamed('customer')
    const { version } = await customers.get(id)
    expect(await customers.update(id, { tier: 'vip' }, { version })).toMatchObject({ tier: 'vip' })
  })

  it('is in no sooner than the share begins', async () => {
    const id = await file('稍后客户')
    const { id: member } = await share(id, 'read', { from: new Date(Date.now() + 60_000).toISOString() })
    expect(await seesIt('li', id)).toBe(false)
    await house.kernel.db.rows(sql`update principal set valid_from = now() where id = ${member}::uuid`)
    expect(await seesIt('li', id)).toBe(true)
  })

  it('is out when taken off, and when the time is over, without anything being rewritten', async () => {
    const id = await file('限时客户')
    const { id: member } = await share(id, 'read', { until: new Date(Date.now() + 60_000).toISOString() })
    expect(await seesIt('li', id)).toBe(true)
    await house.kernel.db.rows(sql`update principal set valid_until = now() where id = ${member}::uuid`)
    expect(await seesIt('li', id)).toBe(false)
    const other = await share(id, 'read')
    expect(await seesIt('li', id)).toBe(true)
    await house.as('wang').recordsNamed('team_member').remove(other.id)
    expect(await seesIt('li', id)).toBe(false)
    await house.as('wang').recordsNamed('team_member').restore(other.id)
    expect(await seesIt('li', id)).toBe(true)
  })

  it('stays when the file gets another owner', async () => {
    const id = await file('转手客户')
    await share(id, 'read')
    const customers = house.as('zhang').recordsNamed('customer')
    const { version } = await customers.get(id)
    await customers.update(id, { owner: house.people.sun.id }, { version })
    expect(await seesIt('li', id)).toBe(true)
  })
})

describe('a deputy', () => {
  it('reaches what is the absent one’s for the time of the absence', async () => {
    const id = await file('休假客户')
    const made = await house
      .as('wang')
      .recordsNamed('delegation')
      .create({
        deputy: house.people.li.id,
        until: new Date(Date.now() + 60_000).toISOString(),
        grounds: '年假',
      })
    expect(await seesIt('li', id)).toBe(true)
    await house.kernel.db.rows(sql`update principal set valid_until = now() where id = ${made.id}::uuid`)
    expect(await seesIt('li', id)).toBe(false)
  })

  it('works on the files that are shared with the absent one, but reads none that these opened in an emergency', async () => {
    const [shared, opened] = [await file('共享客户'), await file('紧急客户')]
    const { sun, li } = house.people
    const until = new Date(Date.now() + 60_000).toISOString()
    const system = house.system()
    await system.recordsNamed('team_member').create({ customer: shared, user: sun.id, access: 'work' })
    await system.recordsNamed('emergency_access').create({ customer: opened, user: sun.id, until, grounds: '急修' })
    await system.recordsNamed('delegation').create({ absent: sun.id, deputy: li.id, until, grounds: '年假' })
    expect([await seesIt('sun', shared), await seesIt('sun', opened)]).toEqual([true, true])
    expect([await seesIt('li', shared), await seesIt('li', opened)]).toEqual([true, false])
    const calls = (await now('li')).recordsNamed('follow_up')
    expect((await calls.create({ customer: shared, method: 'phone', content: '代为回访' })).id).not.toBe('')
  })

  it('is named by nobody but the absent one', async () => {
    const stolen = house
      .as('li')
      .recordsNamed('delegation')
      .create({
        absent: house.people.wang.id,
        deputy: house.people.li.id,
        until: new Date(Date.now() + 60_000).toISOString(),
        grounds: '想看',
      })
    await expect(stolen).rejects.toMatchObject({ status: 403 })
  })
})

describe('who can see a record, and why', () => {
  it('is told to who may change it, person by person, on which ground', async () => {
    const id = await file('谁能看')
    await share(id, 'work')
    const seers = await whoSees(house.as('wang'), house.as('wang').type('customer'), id)
    const grounds = Object.fromEntries(seers.map((seer) => [seer.name, seer.grounds.map(({ kind }) => kind)]))
    expect(grounds).toMatchObject({ 张伟: ['all'], 王芳: ['person'], 陈静: ['unit'], 李娜: ['share'] })
    expect(grounds).not.toHaveProperty('孙立')
    expect(seers.find(({ name }) => name === '李娜')?.rights).not.toContain('update')
    const asked = whoSees(await now('li'), house.as('li').type('customer'), id)
    await expect(asked).rejects.toMatchObject({ status: 403 })
  })

  it('agrees with what each of them really can read', async () => {
    const id = await file('说到做到')
    await share(id, 'read')
    const seers = await whoSees(house.as('wang'), house.as('wang').type('customer'), id)
    for (const name of ['zhang', 'wang', 'li', 'chen', 'sun'] as const)
      expect(await seesIt(name, id), name).toBe(seers.some((seer) => seer.id === house.people[name].id))
  })

  it('takes as many statements for many people as for few', async () => {
    const id = await file('人多人少')
    const { db } = house.kernel
    const statements = async (): Promise<{ seen: number; asked: number }> => {
      let asked = 0
      const connect: typeof db.connect = async () => {
        const connection = await db.connect()
        const rows: typeof db.rows = (query, options) => {
          asked++
          return connection.rows(query, options)
        }
        return { ...connection, rows }
      }
      house.kernel.db = { ...db, connect }
      const { length: seen } = await whoSees(house.as('wang'), house.as('wang').type('customer'), id)
      house.kernel.db = db
      return { seen, asked }
    }
    const few = await statements()
    const users = Array.from({ length: 20 }, (_, n) => ({ name: `经理${n}`, login: `jl${n}`, role: 'manager' }))
    for (const user of users)
      await house
        .system()
        .recordsNamed('user')
        .create({ ...user, unit: house.units.north })
    expect(await statements()).toEqual({ seen: few.seen + users.length, asked: few.asked })
  })

  it('is counted for a person without showing any of it', async () => {
    const { objects } = await whatReaches(house.as('zhang'), house.people.sun.id)
    const { total } = await (await now('sun')).recordsNamed('customer').list({ limit: 1 })
    expect(objects.find(({ object }) => object === 'customer')).toMatchObject({ count: total })
    await expect(whatReaches(house.as('li'), house.people.sun.id)).rejects.toMatchObject({ status: 403 })
  })
})

describe('a role of the company’s own', () => {
  const grant = { objects: ['customer'], rights: ['read'], scope: 'chosen' }

  async function makeRole(more: Record<string, unknown>): Promise<string> {
    const made = await house
      .as('zhang')
      .recordsNamed('role')
      .create({ nameZh: '协办', nameEn: 'Helper', ...more })
    await house.kernel.reload()
    return made.id
  }

  const assign = (role: string, user: string) =>
    house.as('zhang').recordsNamed('role_assignment').create({ role, user, grounds: '项目需要' })

  it('adds its rights to those of the own one, as far as its scope reaches', async () => {
    const id = await file('北区客户')
    const role = await makeRole({ clearance: '2', grants: [{ ...grant, units: [house.units.north] }] })
    await assign(role, house.people.li.id)
    const li = await now('li')
    expect(await li.recordsNamed('customer').get(id)).toMatchObject({ can: ['read'] })
  })

  it('takes away by a denial what another role grants', async () => {
    const role = await makeRole({ grants: [{ objects: ['customer'], rights: ['create'], scope: 'own', deny: true }] })
    await assign(role, house.people.sun.id)
    await expect((await now('sun')).recordsNamed('customer').create({ name: '不许' })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('hides a field as if it did not exist', async () => {
    const role = await makeRole({ fieldRights: [{ object: 'customer', field: 'annualRevenue', access: 'hidden' }] })
    await assign(role, house.people.wang.id)
    const wang = (await now('wang')).recordsNamed('customer')
    const { id } = await wang.create({ name: '藏起来的营业额' })
    await house.as('zhang').recordsNamed('customer').update(id, { annualRevenue: '100' }, { version: 1 })
    expect(await wang.get(id)).toMatchObject({ annualRevenue: null })
    for (const query of [{ sort: 'annualRevenue' }, { where: { annualRevenue: { gt: 1 } } }])
      await expect(wang.list(query)).rejects.toMatchObject({ status: 400 })
    await expect(wang.update(id, { annualRevenue: '1' }, { version: 2 })).rejects.toMatchObject({ status: 400 })
  })

  it('names each place that says more than its maker holds, or what nobody may say', async () => {
    const grants = [
      { objects: ['area:roles'], rights: ['read', 'create'], scope: 'all' },
      { objects: ['task', 'customer'], rights: ['delete'], scope: 'all', deny: true },
    ]
    await assign(await makeRole({ duties: ['roles'], clearance: '2', grants }), house.people.li.id)
    const roles = (await now('li')).recordsNamed('role')
    const beyond = {
      grants: [grants[0], { objects: ['area:reference', 'task'], rights: ['read', 'delete'], scope: 'own' }],
    }
    await expect(
      roles.create({ nameZh: '越权', nameEn: 'Beyond', clearance: '3', duties: ['roles', 'keys'], ...beyond }),
    ).rejects.toMatchObject({
      code: 'access.not_yours_to_give',
      errors: ['clearance', 'duties', 'grants.1.objects.0', 'grants.1.objects.1'].map((path) => ({ path })),
    })
    const name = (access: string) => makeRole({ fieldRights: [{ object: 'customer', field: 'name', access }] })
    expect(await name('read')).toBeTruthy()
    await expect(name('hidden')).rejects.toMatchObject({ errors: [{ path: 'fieldRights.0', code: 'field.invalid' }] })
    await expect(makeRole({ grants: [{ ...grants[0], scope: 'world' }] })).rejects.toMatchObject({
      errors: [{ path: 'grants.0.scope' }],
    })
  })

  it('is not given to oneself, not beyond what one has, and never to an officer', async () => {
    const role = await makeRole({})
    await expect(assign(role, house.people.zhang.id)).rejects.toMatchObject({ code: 'access.own_rights' })
    await expect(house.as('wang').recordsNamed('role').create({ nameZh: '我', nameEn: 'me' })).rejects.toMatchObject({
      status: 403,
    })
    const users = house.as('zhang').recordsNamed('user')
    const officer = await users.create({ name: '审计', login: 'officer', role: 'auditor' })
    await expect(assign(role, officer.id)).rejects.toMatchObject({ code: 'access.officer_alone' })
    const raw = sql`insert into role_assignment (id, created_at, updated_at, user_id, role_id) values (${officer.id}, now(), now(), ${officer.id}, ${role})`
    await expect(house.kernel.db.rows(raw)).rejects.toMatchObject({ code: '23514' })
  })
})
