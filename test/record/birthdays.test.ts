import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { birthday } from '#field-types'
import { actorOf, type Context, makeContext, objectWire, sql, standingOfPerson } from '#kernel'
import { type House, openHouse } from '#test/house'
import { openSpecimens } from '#test/specimens'

let house: House
beforeAll(async () => {
  house = await openHouse()
  const born = { 春: '1990-09-26', 夏: 'L1988-08-15', 秋: 'L1995-闰08-17', 冬: '2004-02-29', 缺: null }
  for (const [name, day] of Object.entries(born))
    await house.as('wang').recordsNamed('customer').create({ name, birthday: day })
})
afterAll(() => house.close())

const on = (ctx: Context, date: string): Context => ctx.with({ now: () => new Date(`${date}T04:00:00Z`) })

async function celebrating(ctx: Context, object: string, withinDays: number): Promise<string[]> {
  const { items } = await ctx.recordsNamed(object).list({ where: { birthday: { withinDays } } })
  return items.map(({ values }) => String(values.name)).toSorted()
}

describe('who has a birthday within some days', () => {
  it.each([
    ['2026-09-25', 0, ['夏']],
    ['2026-09-25', 1, ['夏', '春']],
    ['2026-09-25', 2, ['夏', '春', '秋']],
    ['2026-09-28', 31, []],
    ['2027-02-27', 1, ['冬']],
    ['2028-02-28', 0, []],
    ['2028-02-28', 1, ['冬']],
  ])('on %s and %i days on', async (date, days, names) => {
    expect(await celebrating(on(house.as('wang'), date), 'customer', days)).toEqual(names.toSorted())
  })

  it('is told of own files alone, and not of the day by a day that is not', async () => {
    expect(await celebrating(on(house.as('li'), '2026-09-25'), 'customer', 2)).toEqual([])
    const asked = house
      .as('wang')
      .recordsNamed('customer')
      .list({ where: { birthday: { withinDays: 32 } } })
    await expect(asked).rejects.toMatchObject({ status: 400, code: 'field.invalid' })
  })
})

describe('whoever sees the day as a mask, or not at all', () => {
  it.each(['masked', 'hidden'] as const)('(%s) finds nobody by it', async (access) => {
    const reader = await readerWith(access)
    const customers = on(reader, '2026-09-25').recordsNamed('customer')
    const { id } = await customers.create({ name: '生日客户' })
    const own = house.system().recordsNamed('customer')
    await own.update(id, { birthday: '1990-09-25' }, { version: 1 })
    const near = { birthday: { withinDays: 7 } }
    const wheres = [near, { not: near }, { or: [near, { id }] }, { and: [{ not: { or: [near] } }] }]
    for (const where of wheres) {
      await expect(customers.list({ where })).rejects.toMatchObject({ status: 400 })
      await expect(customers.groupBy('tier', { where })).rejects.toMatchObject({ status: 400 })
    }
    const told = objectWire(reader, reader.type('customer')).fields.find(({ name }) => name === 'birthday')
    expect(told?.operators ?? []).not.toContain('withinDays')
    const values = { id, values: expect.objectContaining({ birthday: null }) }
    expect((await customers.list({ where: { name: '生日客户' } })).items).toMatchObject([values])
  })

  async function readerWith(access: 'masked' | 'hidden'): Promise<Context> {
    const { sun, li } = house.people
    const person = access === 'masked' ? sun : li
    const grants = [{ objects: ['area:files'], rights: ['read', 'create', 'update'], scope: 'own' }]
    const fieldRights = [{ object: 'customer', field: 'birthday', access }]
    const names = { nameZh: `不见生日${access}`, nameEn: `No birthdays ${access}` }
    const system = house.system()
    const role = await system.recordsNamed('role').create({ ...names, clearance: '2', plain: '2', grants, fieldRights })
    await system.recordsNamed('role_assignment').create({ user: person.id, role: role.id, grounds: '代办' })
    await house.kernel.reload()
    const standing = await standingOfPerson(house.kernel, person)
    return makeContext({ kernel: house.kernel, actor: actorOf(person, standing, { session: null }), channel: 'api' })
  }
})

describe('a sealed birthday', () => {
  it('is found by a hash of its day, follows each change, and leaves no day behind', async () => {
    const label = { zh: '生日', en: 'Birthday' }
    const ctx = on(await openSpecimens(house, { birthday: birthday({ label, level: 2, sealed: true }) }), '2026-09-25')
    const specimens = ctx.recordsNamed('specimen')
    const found = async (withinDays: number): Promise<string[]> =>
      (await specimens.list({ where: { birthday: { withinDays } } })).items.map(({ id }) => id)
    const { id } = await specimens.create({ birthday: 'L1988-08-15' })
    expect(await found(0)).toEqual([id])
    await specimens.update(id, { birthday: '1990-09-26' }, { version: 1 })
    expect([await found(0), await found(1)]).toEqual([[], [id]])
    const rows = sql`select kind, length(hash) as length from lookup where record_id = ${id}::uuid order by kind`
    expect(await house.kernel.db.rows(rows)).toEqual([
      { kind: 'birthday', length: 16 },
      { kind: 'birthday.day_of_year', length: 16 },
    ])
    await specimens.update(id, { birthday: null }, { version: 2 })
    expect(await house.kernel.db.rows(rows)).toEqual([])
  })
})
