import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeContext, name, sql, systemActor } from '#kernel'
import { type House, openHouse } from '#test/house'
import { modules } from '../../server/modules.ts'
import { closeKernel, openKernel } from '../../server/open-kernel.ts'
import { dropRemovedFields } from './drop-removed-fields.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const field = { object: 'customer', labelZh: '车牌号', labelEn: 'Plate', kind: 'text', name: 'plate', searchable: true }

describe('custom fields', () => {
  it('are real columns at once: written, filtered, sorted, searched, grouped', async () => {
    const ctx = house.as('zhang')
    await ctx.recordsNamed('custom_field').create(field)
    await ctx.recordsNamed('custom_field').create({
      object: 'customer',
      labelZh: '评级',
      labelEn: 'Grade',
      kind: 'choice',
      name: 'grade',
      settings: {
        choices: [
          { value: 'a', label: { zh: '甲', en: 'A' } },
          { value: 'b', label: { zh: '乙', en: 'B' } },
        ],
      },
    })
    const customers = ctx.recordsNamed('customer')
    const made = await customers.create({ name: '车队客户', plate: '沪A12345', grade: '甲' })
    expect(made).toMatchObject({ plate: '沪A12345', grade: 'a' })
    expect(
      (await customers.list({ where: { plate: { startsWith: '沪' } }, sort: '-plate' })).items.map(({ id }) => id),
    ).toEqual([made.id])
    expect((await customers.list({ search: '沪A1' })).items.map(({ id }) => id)).toEqual([made.id])
    expect((await customers.groupBy('grade')).groups).toContainEqual({ value: 'a', count: 1, sums: {} })
    const [column] = await house.kernel.db.rows(
      sql`select data_type from information_schema.columns where table_name = 'customer' and column_name = 'x_plate'`,
    )
    expect(column).toEqual({ data_type: 'text' })
  })

  it('keep their data when renamed, hidden, removed and restored', async () => {
    const ctx = house.as('zhang')
    const fields = ctx.recordsNamed('custom_field')
    const made = await fields.create({ ...field, name: 'nickname', labelZh: '外号', labelEn: 'Nickname' })
    const customers = { get: (id: string) => ctx.recordsNamed('customer').get(id) }
    const customer = await ctx.recordsNamed('customer').create({ name: '外号客户', nickname: '老王' })
    await fields.update(made.id, { labelZh: '别名', hidden: true }, { version: 1 })
    expect(house.kernel.registry.objects.get('customer')?.fields.get('nickname')?.field.label.zh).toBe('别名')
    expect((await customers.get(customer.id)).nickname).toBe('老王')
    await fields.remove(made.id)
    expect(await customers.get(customer.id)).not.toHaveProperty('nickname')
    await expect(fields.create({ ...field, name: 'nickname' })).rejects.toMatchObject({ code: 'definition.removed' })
    await fields.restore(made.id)
    expect((await customers.get(customer.id)).nickname).toBe('老王')
  })

  it('refuse names that are taken or do not fit, unknown kinds and settings, and changes of what tables lean on', async () => {
    const fields = house.as('zhang').recordsNamed('custom_field')
    await expect(fields.create({ ...field, name: 'phone' })).rejects.toMatchObject({ code: 'definition.name_taken' })
    await expect(fields.create({ ...field, name: 'Bad name' })).rejects.toMatchObject({ code: 'definition.name_form' })
    await expect(fields.create({ ...field, name: 'extra', kind: 'telepathy' })).rejects.toMatchObject({
      code: 'definition.kind_unknown',
    })
    await expect(fields.create({ ...field, name: 'extra', settings: { sql: 'drop table' } })).rejects.toMatchObject({
      code: 'definition.setting_unknown',
    })
    const made = await fields.create({ ...field, name: 'steady' })
    await expect(fields.update(made.id, { kind: 'number' }, { version: 1 })).rejects.toMatchObject({
      code: 'definition.fixed',
    })
  })

  it('can only be made by the company head', async () => {
    await expect(
      house
        .as('wang')
        .recordsNamed('custom_field')
        .create({ ...field, name: 'mine' }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('custom objects', () => {
  it('take the same path as standard ones, guarded like them', async () => {
    const head = house.as('zhang')
    await head
      .recordsNamed('custom_object')
      .create({ name: 'vehicle', labelZh: '车辆', labelEn: 'Vehicle', custody: 'customer' })
    await head
      .recordsNamed('custom_field')
      .create({ ...field, object: 'vehicle', name: 'colour', labelZh: '颜色', labelEn: 'Colour' })
    const wang = house.as('wang')
    const customer = await wang.recordsNamed('customer').create({ name: '有车客户' })
    const vehicle = await wang.recordsNamed('vehicle').create({ customer: customer.id, name: '沪B1', colour: '红' })
    expect(vehicle).toMatchObject({ name: '沪B1', colour: '红', customer: customer.id })
    const { list, form } = wang.type('vehicle').definition.views
    expect({ list, form: Object.values(form).map(({ fields }) => fields) }).toEqual({
      list: ['name', 'customer', 'colour'],
      form: [['customer', 'name', 'colour']],
    })
    await expect(house.as('li').recordsNamed('vehicle').get(vehicle.id)).rejects.toMatchObject({ status: 404 })
    expect((await wang.recordsNamed('customer').timeline(customer.id)).items.map(({ object }) => object)).toContain(
      'vehicle',
    )
    const [rls] = await house.kernel.db.rows(
      sql`select relrowsecurity as on, relforcerowsecurity as forced from pg_class where relname = 'x_vehicle'`,
    )
    expect(rls).toEqual({ on: true, forced: true })
    await expect(house.kernel.db.rows(sql`select * from ${name('x_vehicle')}`)).resolves.toEqual([])
  })

  it('are noticed by a second server within a second', async () => {
    const second = await openKernel({
      url: house.url,
      dataDir: house.dataDir,
      rights: house.rights,
      modules,
      connections: 2,
    })
    try {
      const noticed = new Promise<void>((resolve) =>
        second.feed.subscribe(({ object }) => object === 'custom_object' && resolve()),
      )
      const before = Date.now()
      await house
        .as('zhang')
        .recordsNamed('custom_object')
        .create({ name: 'machine', labelZh: '设备', labelEn: 'Machine' })
      await noticed
      await expect.poll(() => second.registry.objects.has('machine'), { timeout: 1_000, interval: 10 }).toBe(true)
      expect(Date.now() - before).toBeLessThan(5_000)
      const there = makeContext({ kernel: second, actor: systemActor, channel: 'cli', systemReason: 'test' })
      expect((await there.recordsNamed('machine').list()).items).toEqual([])
    } finally {
      await closeKernel(second)
    }
  })

  it('are read again by itself where they could not be read when they changed', async () => {
    const { kernel } = house
    const read = kernel.reload
    const troubles = vi.spyOn(console, 'error').mockImplementation(() => {})
    kernel.reload = () => Promise.reject(new Error('No space left on device'))
    try {
      await house
        .as('zhang')
        .recordsNamed('custom_object')
        .create({ name: 'crane', labelZh: '吊车', labelEn: 'Crane' })
        .catch(() => {})
      await vi.waitFor(() => expect(troubles).toHaveBeenCalled(), { timeout: 5_000 })
      expect(kernel.registry.objects.has('crane')).toBe(false)
    } finally {
      kernel.reload = read
      troubles.mockRestore()
    }
    await expect.poll(() => kernel.registry.objects.has('crane'), { timeout: 5_000 }).toBe(true)
  })
})

describe('value lists and rules', () => {
  it('are added to, renamed and hidden by the company', async () => {
    const ctx = house.as('zhang')
    await ctx
      .recordsNamed('value_list_item')
      .create({ object: 'customer', field: 'source', value: 'webinar', labelZh: '线上讲座', labelEn: 'Webinar' })
    const made = await ctx.recordsNamed('customer').create({ name: '讲座客户', source: '线上讲座' })
    expect(made.source).toBe('webinar')
  })

  it('say what a file needs in which case', async () => {
    const ctx = house.as('zhang')
    await ctx
      .recordsNamed('field_rule')
      .create({ object: 'customer', field: 'phone', rule: 'required', when: { tier: 'vip' } })
    const customers = ctx.recordsNamed('customer')
    await expect(customers.create({ name: '要电话的客户', tier: 'vip' })).rejects.toMatchObject({
      code: 'field.required',
      errors: [{ path: 'phone' }],
    })
    await expect(customers.create({ name: '不要电话的客户', tier: 'ordinary' })).resolves.toMatchObject({
      tier: 'ordinary',
    })
  })

  it('say how numbers are made', async () => {
    const ctx = house.as('zhang')
    await ctx.recordsNamed('field_rule').create({
      object: 'customer',
      field: 'archiveNumber',
      rule: 'number',
      parts: [
        { field: 'type', texts: { company: 'Q', person: 'G' } },
        { region: 'region', digits: 2 },
        { text: '-' },
        { sequence: 4, reset: ['region', 'field'] },
      ],
    })
    const customers = ctx.recordsNamed('customer')
    expect((await customers.create({ name: '沪企一', region: '310101' })).archiveNumber).toBe('Q31-0001')
    expect((await customers.create({ name: '沪企二', region: '310101' })).archiveNumber).toBe('Q31-0002')
    expect((await customers.create({ name: '京人一', type: 'person', region: '110101' })).archiveNumber).toBe(
      'G11-0001',
    )
  })

  it('refuse a second number rule for a field, parts that a number cannot show, and rules under which numbers repeat', async () => {
    const rules = house.as('zhang').recordsNamed('field_rule')
    const number = { object: 'customer', field: 'archiveNumber', rule: 'number' }
    await expect(rules.create({ ...number, parts: [{ text: 'KH' }, { sequence: 4 }] })).rejects.toMatchObject({
      code: 'number.second_rule',
    })
    const { items } = await rules.list({ where: number })
    const { id, version } = items[0] ?? expect.fail('no rule')
    const change = (parts: unknown, more = {}) => rules.update(id, { parts, ...more }, { version })
    for (const [parts, code] of [
      [[{ text: 'KH' }, { sequence: 4, reset: ['year'] }], 'number.reset_unseen'],
      [[{ field: 'phone' }, { sequence: 4 }], 'number.field_unfit'],
      [[{ region: 'industry', digits: 2 }, { sequence: 4 }], 'number.field_unfit'],
      [[{ sql: 'drop table' }, { sequence: 4 }], 'number.part_unknown'],
    ] as const)
      await expect(change(parts)).rejects.toMatchObject({ code, errors: [{ path: 'parts' }] })
    await expect(change([{ sequence: 4 }], { field: 'name' })).rejects.toMatchObject({ code: 'number.not_allocated' })
  })

  it('leap over numbers that files brought with them', async () => {
    const ctx = house.as('zhang')
    const rules = ctx.recordsNamed('field_rule')
    const { items } = await rules.list({ where: { object: 'customer', rule: 'number' } })
    const { id, version } = items[0] ?? expect.fail('no rule')
    await rules.update(id, { parts: [{ text: 'DA' }, { sequence: 4 }] }, { version })
    const customers = ctx.asSystem('bring numbers').recordsNamed('customer')
    const brought = Array.from({ length: 70 }, (_, at) => `DA${String(at + 1).padStart(4, '0')}`)
    for (const archiveNumber of brought) await customers.create({ name: `带号客户${archiveNumber}`, archiveNumber })
    const made = await ctx.recordsNamed('customer').create({ name: '无号客户' })
    expect(made.archiveNumber).toMatch(/^DA\d{4}$/)
    expect(brought).not.toContain(made.archiveNumber)
  })
})

describe('a removed field', () => {
  it('loses its column after thirty days, and not before', async () => {
    const ctx = house.as('zhang')
    const made = await ctx.recordsNamed('custom_field').create({ ...field, name: 'shortLived' })
    await ctx.recordsNamed('custom_field').remove(made.id)
    const column = () =>
      house.kernel.db.rows(
        sql`select 1 from information_schema.columns where table_name = 'customer' and column_name = 'x_short_lived'`,
      )
    const later = (days: number) => house.system().with({ now: () => new Date(Date.now() + days * 86_400_000) })
    await dropRemovedFields(later(29))
    expect(await column()).toHaveLength(1)
    await dropRemovedFields(later(31))
    expect(await column()).toHaveLength(0)
  })
})
