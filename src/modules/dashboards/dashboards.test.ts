import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, sql } from '#kernel'
import type { Chart } from '#shared/chart'
import { chartsOf, starterDashboards } from '#shared/starter-dashboards'
import { type House, openHouse } from '#test/house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const chart: Chart = { id: 'one', title: '级别', object: 'customer', by: 'tier', form: 'bar', width: 'half' }
const boards = (name: 'zhang' | 'wang') => house.as(name).recordsNamed('dashboard')
const make = (charts: readonly unknown[]) => boards('wang').create({ name: '我的仪表盘', charts })

describe('a dashboard', () => {
  it.each(starterDashboards)('begins with what it offers: $name.zh', async (starter) => {
    const charts = chartsOf(starter, 'zh')
    const { id } = await make(charts)
    expect((await boards('wang').get(id)).charts).toEqual(charts)
  })

  it('is nobody else’s until it is shared, and then still counts for each reader what that one may see', async () => {
    for (const owner of ['wang', 'li', 'li'] as const)
      await house
        .as(owner)
        .recordsNamed('customer')
        .create({ name: `${owner}的客户`, tier: 'vip' })
    const { id, version } = await make([chart])
    await expect(boards('zhang').get(id)).rejects.toMatchObject({ status: 404 })
    await boards('wang').update(id, { shared: true }, { version })
    const shared = await boards('zhang').get(id)
    expect(shared).toMatchObject({ charts: [chart], can: expect.not.arrayContaining(['update']) })
    await expect(boards('zhang').update(id, { charts: [] }, { version: version + 1 })).rejects.toMatchObject({
      status: 403,
    })
    const counted = async (name: 'zhang' | 'wang' | 'li') =>
      (await house.as(name).recordsNamed('customer').groupBy('tier')).groups
    expect(await counted('zhang')).toMatchObject([{ value: 'vip', count: 3 }])
    expect(await counted('wang')).toMatchObject([{ value: 'vip', count: 1 }])
    expect(await counted('li')).toMatchObject([{ value: 'vip', count: 2 }])
  })

  it.each<[string, Record<string, unknown>, object]>([
    ['an object that is not there', { object: 'nothing' }, { status: 422, code: 'dashboard.chart_invalid' }],
    ['a field that is not there', { by: 'nothing' }, { status: 400, code: 'request.unknown_field' }],
    ['groups of a sealed field', { by: 'phone' }, { status: 400, code: 'field.operator_unknown' }],
    ['a span that the field does not have', { per: 'month' }, { status: 400 }],
    ['a sum of what is no figure', { sum: 'name' }, { status: 400 }],
    ['a trend of what is no time', { form: 'line' }, { status: 422, code: 'dashboard.chart_invalid' }],
    ['a number of groups', { form: 'number' }, { status: 422, code: 'dashboard.chart_invalid' }],
    ['a bar of all together', { by: undefined }, { status: 422, code: 'dashboard.chart_invalid' }],
    ['a condition that makes no sense', { where: { nothing: 1 } }, { status: 400 }],
    [
      'a value that is sealed elsewhere',
      { where: { or: [{ tier: 'vip' }, { phone: '13812345678' }] } },
      { status: 422, code: 'view.sealed_condition' },
    ],
    ['more than a chart says', { colour: 'red' }, { status: 422, code: 'dashboard.chart_invalid' }],
    ['no width', { width: 'wide' }, { status: 422, code: 'dashboard.chart_invalid' }],
  ])('keeps no chart with %s', async (_, wrong, refused) => {
    const input = JSON.parse(JSON.stringify({ ...chart, ...wrong }))
    const head = boards('zhang')
    await expect(head.create({ name: '仪表盘', charts: [input] })).rejects.toMatchObject(refused)
    const { id, version } = await head.create({ name: '仪表盘', charts: [chart] })
    const charts = [chart, { ...input, id: 'two' }]
    await expect(head.update(id, { charts }, { version })).rejects.toMatchObject(refused)
  })

  it('keeps no chart twice, and not more than a page holds', async () => {
    const refused = { status: 422, code: 'dashboard.chart_invalid' }
    await expect(make([chart, chart])).rejects.toMatchObject(refused)
    const many = Array.from({ length: 25 }, (_, at) => ({ ...chart, id: `c${at}` }))
    await expect(make(many)).rejects.toMatchObject(refused)
  })

  it('keeps what stood there when its maker has lost the field, and takes nothing of that sort anew', async () => {
    const { id, version } = await make([chart])
    const wang = house.as('wang')
    const actor: Actor = { ...wang.actor, fieldRule: (_, field) => (field === 'tier' ? 'masked' : undefined) }
    const veiled = wang.with({ actor }).recordsNamed('dashboard')
    const { version: next } = await veiled.update(
      id,
      { charts: [{ ...chart }, { ...chart, id: 'b', by: 'stage' }] },
      { version },
    )
    await expect(veiled.update(id, { charts: [{ ...chart, title: '改过' }] }, { version: next })).rejects.toMatchObject(
      { status: 400 },
    )
  })
})

describe('a picture of a chart', () => {
  const printed = { printed: 'picture' } as const

  it('counts what its reader may print, and stands in the trail as a print', async () => {
    const wang = house.as('wang')
    expect((await wang.recordsNamed('customer').groupBy('tier', printed)).groups).toMatchObject([{ count: 1 }])
    const [line] = await house.kernel.db.rows(
      sql`select action, object, fields, body from audit_event where actor = ${house.people.wang.id}::uuid order by id desc limit 1`,
    )
    expect(line).toMatchObject({ action: 'print', object: 'customer', fields: ['tier'] })
    expect(JSON.stringify(line)).toContain('picture')
  })

  it('is refused to whoever may read but not print', async () => {
    const wang = house.as('wang')
    const { reach } = wang.actor
    const actor: Actor = { ...wang.actor, reach: (type, right) => (right === 'print' ? null : reach(type, right)) }
    await expect(wang.with({ actor }).recordsNamed('customer').groupBy('tier', printed)).rejects.toMatchObject({
      status: 403,
    })
  })
})

it('checks of the data count what contradicts itself, and nothing that does not', async () => {
  const system = house.system()
  const customers = system.recordsNamed('customer')
  const [owner, old] = [house.people.sun.id, '2020-01-01T00:00:00.000Z']
  const sound = { owner, phone: '13800138000', region: '110105', creditCode: '91110108551385082Q', status: 'paused' }
  const make = async (values: Record<string, unknown>) => (await customers.create({ ...sound, ...values })).id
  const buy = async (customer: string, date: string) => {
    await system.recordsNamed('purchase').create({ customer, date, amount: '10' })
    return customer
  }
  const today = new Date().toISOString().slice(0, 10)
  const expected: Record<string, string> = {
    没有负责人: await make({ name: '无主', owner: null }),
    没有任何联系方式: await make({ name: '无电话', phone: null }),
    没有所在地区: await make({ name: '无地区', region: null }),
    企业没有信用代码: await make({ name: '无代码', creditCode: null }),
    企业填了个人信息: await make({ name: '有性别', gender: 'female' }),
    个人填了企业信息: await make({ name: '王五', type: 'person', creditCode: null, employees: 3 }),
    '阶段为潜在，却已购买': await buy(await make({ name: '已买', stage: 'prospect' }), '2024-01-01'),
    '阶段为已购，却无购买记录': await make({ name: '未买', stage: 'loyal' }),
    '往来正常，却一年未跟进': await make({ name: '久未联系', status: 'active' }),
    '已终止，近 90 天却有购买': await buy(await make({ name: '又买', status: 'closed', stage: 'lost' }), today),
  }
  const { id } = await customers.create({ ...sound, name: '妥当', status: 'active' })
  await system.recordsNamed('follow_up').create({ customer: id, content: '电话', at: new Date().toISOString() })
  await system
    .recordsNamed('follow_up')
    .create({ customer: expected['往来正常，却一年未跟进'], content: '电话', at: old })
  const checks = starterDashboards.find(({ name }) => name.en === 'Data checks')?.charts ?? []
  for (const [title, made] of Object.entries(expected)) {
    const where = checks.find((chart) => chart.title.zh === title)?.where ?? expect.fail(title)
    const { items } = await customers.list({ where: { ...where, owner: title === '没有负责人' ? where.owner : owner } })
    expect(
      items.map((one) => one.id),
      title,
    ).toEqual([made])
  }
})
