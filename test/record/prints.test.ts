import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, printTable, sql } from '#kernel'
import { type House, openHouse } from '#test/house'

let house: House
let ids: readonly string[]
beforeAll(async () => {
  house = await openHouse()
  const wang = house.as('wang').recordsNamed('customer')
  const own = await Promise.all([
    wang.create({ name: '甲客户', phone: '13987650001', region: '330110' }),
    wang.create({ name: '=乙客户', phone: '13987650002' }),
  ])
  const theirs = await house.as('li').recordsNamed('customer').create({ name: '丙客户', phone: '13987650003' })
  ids = [...own, theirs].map(({ id }) => id)
})
afterAll(() => house.close())

const fields = ['name', 'phone', 'region', 'createdBy']

it('records leave as their reader sees them, with masks, in the order of the list', async () => {
  const wang = house.as('wang')
  const table = await printTable(wang, wang.type('customer'), { as: 'copy', fields, sort: '-name' })
  expect(table).toEqual({
    rows: [
      ['甲客户', '139****0001', '浙江省杭州市余杭区', '王芳'],
      ["'=乙客户", '139****0002', '', '王芳'],
    ],
    total: 2,
    totalExact: true,
  })
})

it('a catalogue tells the class of each record, which may be a part of a value', async () => {
  const wang = house.as('wang')
  const query = { as: 'paper', fields: ['name'], sort: 'region.province,name' } as const
  const print = (by: string) => printTable(wang, wang.type('customer'), { ...query, by })
  expect(await print('region.province')).toMatchObject({
    rows: [['甲客户'], ["'=乙客户"]],
    classes: ['浙江省', ''],
  })
  expect(await print('type')).toMatchObject({ classes: ['企业', '企业'] })
  for (const by of ['region.street', 'region.', 'idNumber', 'phone', 'nothing.province'])
    await expect(print(by), by).rejects.toMatchObject({ status: 400 })
})

it('of chosen records those alone that the reader may print', async () => {
  const wang = house.as('wang')
  const chosen = await printTable(wang, wang.type('customer'), { as: 'paper', fields: ['name'], ids })
  expect(chosen.rows.flat().sort()).toEqual(["'=乙客户", '甲客户'])
  const sun = house.as('sun')
  expect((await printTable(sun, sun.type('customer'), { as: 'paper', fields: ['name'], ids })).rows).toEqual([])
})

it('the trail names the records, the fields and the way before they leave', async () => {
  const zhang = house.as('zhang')
  await printTable(zhang, zhang.type('customer'), { as: 'copy', fields: ['name', 'phone'], ids: ids.slice(0, 1) })
  const [line] = await house.kernel.db.rows<{ records: string[]; fields: string[]; body: string }>(
    sql`select records, fields, body from audit_event where action = 'print' and actor = ${house.people.zhang.id}::uuid`,
  )
  expect(line).toMatchObject({ records: [ids[0]], fields: ['name', 'phone'] })
  expect(line?.body).toContain('"as":"copy"')
})

it('whoever may read but not print gets nothing on paper', async () => {
  const wang = house.as('wang')
  const { reach } = wang.actor
  const actor: Actor = { ...wang.actor, reach: (type, right) => (right === 'print' ? null : reach(type, right)) }
  const query = { as: 'paper', fields: ['name'] } as const
  await expect(printTable(wang.with({ actor }), wang.type('customer'), query)).rejects.toMatchObject({ status: 403 })
})
