import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { runJobs } from '#test/run-jobs'

let house: ApiHouse
let zhang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
})
afterAll(() => house.close())

async function importList(text: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([text]), 'list.csv')
  const { id } = (await zhang.post('/api/imports?object=customers', undefined, { form })).body
  await runJobs(house)
  return id
}

const namesOf = async (object: string): Promise<string[]> =>
  (await zhang.get(`/api/${object}`)).body.items.map(({ name }: { name: string }) => name)

it('takes back all records but those that others name meanwhile, and says so', async () => {
  await house.as('zhang').recordsNamed('custom_object').create({ name: 'deal', labelZh: '合同', labelEn: 'Deal' })
  await house
    .as('zhang')
    .recordsNamed('custom_field')
    .create({
      object: 'deal',
      name: 'customer',
      labelZh: '客户',
      labelEn: 'Customer',
      kind: 'reference',
      settings: { object: 'customer' },
    })
  const id = await importList('客户名称\n甬江物流\n漓江印务\n沅水建材\n')
  const { items } = (await zhang.get('/api/customers?search=漓江')).body
  expect((await zhang.post('/api/deals', { name: '年度合同', customer: items[0].id })).status).toBe(201)
  expect((await zhang.delete(`/api/imports/${id}`)).status).toBe(202)
  await runJobs(house)
  expect((await zhang.get(`/api/imports/${id}`)).body).toMatchObject({ state: 'undone', error: 'import.kept' })
  expect(await namesOf('customers')).toEqual(['漓江印务'])
})

it('names the creation date in the reason why one could not be read', async () => {
  const id = await importList('客户名称,创建时间\n珠江仪器,2021-02-30\n')
  expect((await zhang.get(`/api/imports/${id}/errors`)).body).toContain('创建时间是不存在的日期')
})
