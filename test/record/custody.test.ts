import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, isOffered, type ObjectType, sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { sampleInput } from '#test/sample-input'
import { actAs } from '#test/standing-actor'

let house: House
let children: readonly ObjectType[]
beforeAll(async () => {
  house = await openHouse()
  // Those that see readers of their own beside the file's have a test of their own.
  children = house.kernel.registry.children('customer').filter((type) => isOffered(type, 'create'))
})
afterAll(() => house.close())

/** A customer with one child of every object, one of them in the recycle bin. */
async function fullFile(ctx: Context): Promise<{ id: string; ofChildren: Map<string, string> }> {
  const { id } = await ctx.recordsNamed('customer').create({ name: '满档客户', phone: '13700137001' })
  const ofChildren = new Map<string, string>()
  for (const child of children) {
    const input = await sampleInput(ctx, child, { customer: id })
    ofChildren.set(child.name, (await ctx.recordsNamed(child.name).create(input)).id)
  }
  await ctx.recordsNamed('need').remove(ofChildren.get('need') ?? '')
  return { id, ofChildren }
}

/** Children whose acl or level differs from their file's. */
async function strays(): Promise<string[]> {
  return house.system().transaction(async ({ db }) => {
    const found: string[] = []
    for (const { table, parent } of children) {
      const rows = await db.rows(sql`
        select 1 from ${sql.id(table)} as child join customer on customer.id = ${sql.id('child', parent?.column ?? '')}
        where (child.acl_read, child.acl_write, child.acl_level) is distinct from (customer.acl_read, customer.acl_write, customer.acl_level)`)
      if (rows.length) found.push(table)
    }
    return found
  })
}

const sees = async (ctx: Context, object: string, id: string): Promise<boolean> =>
  ctx
    .recordsNamed(object)
    .get(id)
    .then(
      () => true,
      () => false,
    )

describe('a file that passes to another owner', () => {
  it('takes all its children along, those in the recycle bin too', async () => {
    const wang = house.as('wang')
    const { id, ofChildren } = await fullFile(wang)
    const given = await house
      .as('zhang')
      .recordsNamed('customer')
      .update(id, { owner: house.people.li.id }, { version: 1 })
    expect(given.unit).toBe(house.units.south)
    expect(await strays()).toEqual([])
    for (const [object, child] of ofChildren) {
      expect(await sees(wang, object, child), object).toBe(false)
      if (object !== 'need') expect(await sees(house.as('li'), object, child), object).toBe(true)
    }
    await house
      .as('li')
      .recordsNamed('need')
      .restore(ofChildren.get('need') ?? '')
    expect(await strays()).toEqual([])
  })

  it('answers who gave it away out of the own sight, with nothing but that it was done', async () => {
    const wang = house.as('wang').recordsNamed('customer')
    const { id } = await wang.create({ name: '移交客户', phone: '13700137002' })
    const answer = await wang.update(id, { owner: house.people.li.id }, { version: 1 })
    expect(answer).toMatchObject({ id, version: 2, name: null, phone: null, owner: null, can: [], titles: {} })
    await expect(wang.get(id)).rejects.toMatchObject({ status: 404 })
    expect(await sees(house.as('li'), 'customer', id)).toBe(true)
  })

  it('opens to collaborators and closes again, with its children', async () => {
    const { id, ofChildren } = await fullFile(house.as('wang'))
    const customers = house.as('wang').recordsNamed('customer')
    await customers.update(id, { collaborators: [house.people.li.id, house.people.sun.id] }, { version: 1 })
    expect(await sees(house.as('li'), 'follow_up', ofChildren.get('follow_up') ?? '')).toBe(true)
    expect(await strays()).toEqual([])
    await customers.update(id, { collaborators: [house.people.sun.id] }, { version: 2 })
    expect(await sees(house.as('li'), 'customer', id)).toBe(false)
    expect(await sees(house.as('li'), 'follow_up', ofChildren.get('follow_up') ?? '')).toBe(false)
    expect(await sees(house.as('sun'), 'contact', ofChildren.get('contact') ?? '')).toBe(true)
    expect(await strays()).toEqual([])
  })

  it('raises the level of its children with its own', async () => {
    const { id } = await fullFile(house.as('wang'))
    await house.as('zhang').recordsNamed('customer').update(id, { level: '3' }, { version: 1 })
    expect(await strays()).toEqual([])
  })
})

describe('a child that moves to another file', () => {
  it('is held, found and counted there and no longer here', async () => {
    const ctx = house.as('zhang')
    const customers = ctx.recordsNamed('customer')
    const from = await customers.create({ name: '原档', owner: house.people.wang.id })
    const to = await customers.create({ name: '新档', owner: house.people.li.id })
    const contact = await ctx
      .recordsNamed('contact')
      .create({ customer: from.id, name: '走动人', phone: '13512349876' })
    const bought = await ctx.recordsNamed('purchase').create({ customer: from.id, amount: '10', date: '2026-01-01' })
    await ctx.recordsNamed('contact').update(contact.id, { customer: to.id }, { version: 1 })
    await ctx.recordsNamed('purchase').update(bought.id, { customer: to.id }, { version: 1 })
    expect(await strays()).toEqual([])
    expect(await sees(house.as('wang'), 'contact', contact.id)).toBe(false)
    expect(await customers.get(from.id)).toMatchObject({ purchaseCount: 0 })
    expect(await customers.get(to.id)).toMatchObject({ purchaseCount: 1 })
    for (const search of ['9876', '13512349876', '走动'])
      expect(
        (await customers.list({ search })).items.map(({ id }) => id),
        search,
      ).toEqual([to.id])
  })

  it('leads nobody to its file by its number once it is in the recycle bin', async () => {
    const ctx = house.as('zhang')
    const { id } = await ctx.recordsNamed('customer').create({ name: '有联系人的' })
    const contact = await ctx.recordsNamed('contact').create({ customer: id, name: '旧人', phone: '13512347743' })
    await ctx.recordsNamed('contact').remove(contact.id)
    expect((await ctx.recordsNamed('customer').list({ search: '13512347743' })).items).toEqual([])
    await ctx.recordsNamed('contact').restore(contact.id)
    expect((await ctx.recordsNamed('customer').list({ search: '7743' })).items.map((each) => each.id)).toEqual([id])
  })
})

describe('a reference', () => {
  it('to a record out of sight is refused as if it did not exist', async () => {
    const { id } = await house.as('li').recordsNamed('customer').create({ name: '南方客户' })
    const wang = house.as('wang')
    const unknown = { status: 422, code: 'field.reference_unknown' }
    await expect(wang.recordsNamed('contact').create({ customer: id, name: '张三' })).rejects.toMatchObject(unknown)
    await expect(wang.recordsNamed('task').create({ title: '跟进', customer: id })).rejects.toMatchObject(unknown)
    await expect(wang.recordsNamed('customer').create({ name: '子公司', parent: id })).rejects.toMatchObject(unknown)
    const own = await wang.recordsNamed('customer').create({ name: '自己的' })
    await expect(wang.recordsNamed('customer').update(own.id, { parent: id }, { version: 1 })).rejects.toMatchObject(
      unknown,
    )
    const ghost = '01994a3e-0000-7000-8000-000000000000'
    await expect(wang.recordsNamed('customer').create({ name: '子', parent: ghost })).rejects.toMatchObject(unknown)
  })

  it('to a record in the recycle bin is refused too', async () => {
    const ctx = house.as('zhang')
    const product = await ctx.recordsNamed('product').create({ name: '停售品' })
    await ctx.recordsNamed('product').remove(product.id)
    const { id } = await ctx.recordsNamed('customer').create({ name: '买家' })
    const bought = ctx.recordsNamed('purchase').create({ customer: id, amount: '1', product: product.id })
    await expect(bought).rejects.toMatchObject({ code: 'field.reference_unknown' })
  })

  it('keeps what it names out of the recycle bin, also where who wants it away cannot see it', async () => {
    const product = await house.as('zhang').recordsNamed('product').create({ name: '在售品' })
    const li = house.as('li')
    const { id } = await li.recordsNamed('customer').create({ name: '南方买家' })
    await li.recordsNamed('purchase').create({ customer: id, amount: '1', product: product.id })
    await expect(house.as('chen').recordsNamed('product').remove(product.id)).rejects.toMatchObject({
      status: 409,
      code: 'record.in_use',
    })
  })
})

describe('whoever makes a record', () => {
  const files = ['area:files', 'area:parts']

  it('holds it by the right to make it, whatever another right reaches', async () => {
    const role = house.kernel.roles.get('clerk')
    if (!role) throw new Error('clerks are there')
    const grants = [...role.grants, { objects: files, rights: ['read', 'update'] as const, scope: 'all' as const }]
    const kernel = { ...house.kernel, roles: new Map([...house.kernel.roles, ['clerk', { ...role, grants }]]) }
    const wang = (await actAs({ ...house, kernel }, 'wang')).recordsNamed('customer')
    const others = wang.create({ name: '别人的客户', owner: house.people.li.id })
    await expect(others).rejects.toMatchObject({ status: 403, code: 'access.forbidden' })
    const { id } = await wang.create({ name: '自己的客户' })
    expect(await wang.get(id)).toMatchObject({ owner: house.people.wang.id })
  })
})
