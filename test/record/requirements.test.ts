import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '#field-types'
import { buildRegistry, type Context, makeContext, noCustomisation, type ObjectDefinition } from '#kernel'
import { type House, openHouse } from '#test/house'
import { modules } from '../../src/server/modules.ts'

let house: House
let ctx: Context

/** What a company may ask of its files: by type, tier and stage, with filters of any depth. */
const requirements: ObjectDefinition['requirements'] = [
  { field: 'creditCode', need: 'required', when: { type: 'company', tier: 'vip' } },
  { field: 'idNumber', need: 'required', when: { type: 'person', stage: { in: ['repeat', 'loyal'] } } },
  {
    field: 'industry',
    need: 'required',
    when: {
      or: [
        { and: [{ tier: 'vip' }, { not: { region: { empty: true } } }] },
        { annualRevenue: { gte: { amount: 100_000_000, currency: 'CNY' } } },
      ],
    },
  },
  { field: 'phone', need: 'recommended' },
]

beforeAll(async () => {
  house = await openHouse()
  const adjust = (each: ObjectDefinition) => (each.name === 'customer' ? { ...each, requirements } : each)
  const registry = buildRegistry(modules, kinds, { ...noCustomisation, adjust })
  ctx = makeContext({ kernel: { ...house.kernel, registry }, actor: house.as('wang').actor, channel: 'api' })
})
afterAll(() => house.close())

const missing = (field: string) => ({
  status: 422,
  code: 'field.required',
  errors: [{ path: field, code: 'field.required' }],
})

describe('a field that the case of a record requires', () => {
  it.each([
    ['creditCode', { type: 'company', tier: 'vip' }],
    ['idNumber', { type: 'person', stage: 'loyal' }],
    ['industry', { type: 'person', tier: 'vip', region: '330110' }],
    ['industry', { type: 'company', annualRevenue: '100万' }],
  ])('%s is missed on creation in the case %o', async (field, given) => {
    await expect(ctx.recordsNamed('customer').create({ name: '甲', ...given })).rejects.toMatchObject(missing(field))
  })

  it.each([
    [{ type: 'company', tier: 'ordinary' }],
    [{ type: 'person', tier: 'vip' }],
    [{ type: 'person', stage: 'first' }],
    [{ type: 'company', annualRevenue: '99.9万' }],
    [{ type: 'company', tier: 'vip', creditCode: '91350100M000100Y43' }],
  ])('is not missed in the case %o', async (given) => {
    expect((await ctx.recordsNamed('customer').create({ name: '乙', ...given })).incomplete).toEqual([])
  })

  it('is missed when a change brings the case about, and when it empties the field', async () => {
    const customers = ctx.recordsNamed('customer')
    const { id } = await customers.create({ name: '丙' })
    await expect(customers.update(id, { tier: 'vip' }, { version: 1 })).rejects.toMatchObject(missing('creditCode'))
    const code = '911101084LMR2KUM6T'
    await customers.update(id, { tier: 'vip', creditCode: code }, { version: 1 })
    await expect(customers.update(id, { creditCode: null }, { version: 2 })).rejects.toMatchObject(
      missing('creditCode'),
    )
    expect((await customers.update(id, { tier: 'ordinary', creditCode: null }, { version: 2 })).incomplete).toEqual([])
  })

  it('marks an imported record as incomplete, does not hold up other changes, and is settled once filled', async () => {
    const customers = ctx.recordsNamed('customer')
    const [made] = await customers.createMany([{ input: { name: '丁', tier: 'vip' } }], { lenient: true })
    const id = made?.id ?? ''
    expect(made).toMatchObject({ errors: [], incomplete: ['creditCode'] })
    expect(await customers.update(id, { remarks: '先记一笔' }, { version: 1 })).toMatchObject({
      incomplete: ['creditCode'],
    })
    const open = { where: { incomplete: { hasAny: ['creditCode'] } } }
    expect((await customers.list(open)).total).toBe(1)
    await customers.update(id, { creditCode: '91350100M000100Y43' }, { version: 2 })
    expect((await customers.list(open)).total).toBe(0)
  })

  it('is refused where nothing exists without it, also in an import', async () => {
    const [made] = await ctx.recordsNamed('customer').createMany([{ input: { name: null } }], { lenient: true })
    expect(made?.errors).toMatchObject([{ path: 'name', code: 'field.required' }])
  })

  it('is only asked for where it is recommended', async () => {
    expect((await ctx.recordsNamed('customer').create({ name: '戊' })).incomplete).toEqual([])
  })
})
