import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { switchMode } from '#test/officers'
import { runJobs } from '#test/run-jobs'

/* A list of what somebody else signs first: its rows wait as change requests, and the import says how many. */

let house: ApiHouse
let zhang: ApiClient
let wang: ApiClient
let officer: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  await house.system().recordsNamed('company').create({ name: '示例公司' })
  await house.kernel.reload()
  await house.system().recordsNamed('user').update(house.people.sun.id, { role: 'head' })
  zhang = await house.client('zhang')
  wang = await house.client('wang')
  officer = await house.client('sun')
})
afterAll(() => house.close())

/** The product's own lists of files ask nobody. */
beforeEach(() => {
  const { hooks } = house.system().type('customer')
  hooks.approval = (_ctx, { after }) => (after?.level === '2' ? { duties: ['roles'] } : null)
  delete hooks.asks
})
afterEach(() => {
  for (const object of ['customer', 'contact']) delete house.system().type(object).hooks.approval
})

async function importList(text: string, object = 'customers'): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([text]), 'list.csv')
  const { id } = (await zhang.post(`/api/imports?object=${object}`, undefined, { form })).body
  await runJobs(house)
  return id
}

type Request = { id: string; record: string; state: string; imported?: { import: string; row: number } }

async function requestsOf(id: string): Promise<Request[]> {
  const where = encodeURIComponent(JSON.stringify({ importId: id }))
  return (await zhang.get(`/api/change-requests?where=${where}&sort=importRow`)).body.items
}

const importOf = async (id: string) => (await zhang.get(`/api/imports/${id}`)).body

async function approve(id: string) {
  const { hash } = (await officer.get(`/api/change-requests/${id}/changes`)).body
  return officer.post(`/api/change-requests/${id}/decision`, { verdict: 'approve', hash })
}

const list = '客户名称,客户密级,创建时间,电话\n北方一,1,,\n北方二,2,2021-03-04,13800138000\n北方三,2,,不是电话\n'

describe('an import of rows that somebody else signs', () => {
  it('loads what needs nobody, and keeps the others as change requests, counted', async () => {
    const id = await importList(list)
    const { state, counts } = await importOf(id)
    expect({ state, counts }).toMatchObject({
      state: 'done',
      counts: { rows: 3, created: 1, proposed: 2, failed: 0, incomplete: 0 },
    })
    const requests = await requestsOf(id)
    expect(requests).toMatchObject([
      { state: 'pending', subject: '北方二', imported: { import: id, row: 2 } },
      { state: 'pending', subject: '北方三', imported: { import: id, row: 3 } },
    ])
    expect((await zhang.get('/api/customers')).body.items.map(({ name }: { name: string }) => name)).toEqual(['北方一'])
    expect((await wang.get('/api/change-requests')).body.total).toBe(0)
  })

  it('makes each as the list would have once it is signed: with its past, and what could not be read to be completed', async () => {
    const [earlier] = (await zhang.get('/api/imports')).body.items
    const [second, third] = await requestsOf(earlier.id)
    for (const request of [second, third]) expect(await approve(request?.id ?? '')).toMatchObject({ status: 204 })
    const two = (await zhang.get(`/api/customers/${second?.record}`)).body
    expect(two).toMatchObject({ name: '北方二', level: '2', imported: { import: earlier.id, row: 2 } })
    expect(two.createdAt).toMatch(/^2021-03-0[34]/)
    const three = (await zhang.get(`/api/customers/${third?.record}`)).body
    expect(three).toMatchObject({ phone: null, imported: { import: earlier.id, row: 3 } })
    expect(three.incomplete).toContain('phone')
    expect(three.unresolved).toMatchObject([{ field: 'phone' }])
  })

  it('takes back what still waits, and what was made of it, when it is undone', async () => {
    const id = await importList('客户名称,客户密级\n南方一,1\n南方二,2\n南方三,2\n')
    const [second, third] = await requestsOf(id)
    await approve(second?.id ?? '')
    expect((await zhang.delete(`/api/imports/${id}`)).status).toBe(202)
    await runJobs(house)
    expect(await importOf(id)).toMatchObject({ state: 'undone', error: null })
    expect((await requestsOf(id)).map(({ state }) => state)).toEqual(['approved', 'withdrawn'])
    expect((await approve(third?.id ?? '')).status).toBe(409)
    const names = (await zhang.get('/api/customers?search=南方')).body.items
    expect(names).toEqual([])
  })

  it('refuses a row whose people could not wait with it, and says why', async () => {
    const id = await importList('客户名称,客户密级,联系人姓名\n东方一,1,甲\n东方二,2,乙\n东方三,2,\n')
    expect((await importOf(id)).counts).toMatchObject({ created: 1, proposed: 1, failed: 1 })
    expect((await zhang.get(`/api/imports/${id}/errors`)).body).toContain('此行需要他人审批')
    expect(await requestsOf(id)).toMatchObject([{ subject: '东方三' }])
  })

  it('lets the people wait alone where only they need it', async () => {
    delete house.system().type('customer').hooks.approval
    house.system().type('contact').hooks.approval = () => ({ duties: ['roles'] })
    const id = await importList('客户名称,联系人姓名\n西方一,丙\n西方二,\n')
    expect((await importOf(id)).counts).toMatchObject({ created: 2, proposed: 1, failed: 0 })
    const [request] = await requestsOf(id)
    expect((await approve(request?.id ?? '')).status).toBe(204)
    expect((await zhang.get(`/api/contacts/${request?.record}`)).body).toMatchObject({ name: '丙' })
  })

  it('leaves, when undone, a record whose removal waits, and says so', async () => {
    const id = await importList('客户名称,客户密级\n中方一,1\n')
    house.system().type('customer').hooks.approval = (_ctx, { operation }) =>
      operation === 'delete' ? { duties: ['roles'] } : null
    await zhang.delete(`/api/imports/${id}`)
    await runJobs(house)
    expect(await importOf(id)).toMatchObject({ state: 'undone', error: 'import.kept' })
    expect((await zhang.get('/api/customers?search=中方')).body.total).toBe(1)
  })
})

describe('a list of people', () => {
  const staff = '姓名,账号,角色\n甲,jia,业务员\n乙,yi,负责人\n丙,WANG,业务员\n丁,jia,业务员\n'
  const whoIs = async (login: string) =>
    (await zhang.get(`/api/users?where=${encodeURIComponent(JSON.stringify({ login }))}`)).body.items

  it('is loaded by one person before three-officer mode, row by row, after a fresh proof', async () => {
    const unproven = await house.client('zhang')
    await house.kernel.db.rows(sql`update session set proven_at = now() - interval '1 hour'`)
    const form = new FormData()
    form.append('file', new Blob([staff]), 'list.csv')
    const refused = await unproven.post('/api/imports?object=users', undefined, { form })
    expect(refused.body).toMatchObject({ status: 403, code: 'access.proof_needed' })
    const looked = await unproven.post('/api/imports?object=users&dryRun=true', undefined, { form })
    expect((await unproven.post(`/api/imports/${looked.body.id}/run`)).body.code).toBe('access.proof_needed')
    await house.kernel.db.rows(sql`update session set proven_at = now()`)
    const id = await importList(staff, 'users')
    const { counts } = await importOf(id)
    expect(counts).toMatchObject({ rows: 4, created: 2, proposed: 0, failed: 2 })
    expect((await zhang.get(`/api/imports/${id}/errors`)).body).toMatch(/丙,WANG,业务员,该值已被其他记录使用/)
    expect(await whoIs('yi')).toMatchObject([{ role: 'head' }])
  })

  it('waits for the second person in three-officer mode, and gives nothing that neither of the two holds', async () => {
    const system = house.system()
    for (const [login, role] of [
      ['gao', 'system_admin'],
      ['wu', 'security_officer'],
      ['lin', 'auditor'],
    ])
      await system.recordsNamed('user').create({ name: login, login, role })
    await switchMode(house.kernel, true)
    const id = await importList('姓名,账号,角色\n戊,wuzi,业务员\n', 'users')
    expect((await importOf(id)).counts).toMatchObject({ created: 0, proposed: 1, failed: 0 })
    expect(await whoIs('wuzi')).toEqual([])
    const [request] = await requestsOf(id)
    expect((await zhang.get(`/api/change-requests/${request?.id}/changes`)).body.bar).toBe('proposal.own')
    expect((await approve(request?.id ?? '')).status).toBe(204)
    expect(await whoIs('wuzi')).toMatchObject([{ role: 'clerk' }])
    const brought = encodeURIComponent(JSON.stringify({ importId: id }))
    expect((await zhang.get(`/api/users?where=${brought}`)).body.total).toBe(1)
    await switchMode(house.kernel, false)
  })

  it('is no way to roles and their assignment', async () => {
    for (const object of ['roles', 'role-assignments']) {
      const form = new FormData()
      form.append('file', new Blob(['姓名\n甲\n']), 'list.csv')
      expect((await zhang.post(`/api/imports?object=${object}`, undefined, { form })).status, object).toBe(403)
    }
  })
})

describe('an import under a rule of the house', () => {
  it('keeps what fits it as requests, and leaves out with their reason the rows that nobody could sign', async () => {
    const rule = { object: 'customer', name: '一', operations: ['create'], when: { tier: 'vip' }, roles: ['head'] }
    const { id } = (await zhang.post('/api/approval-rules', rule)).body
    const text = '客户名称,客户级别\n规则一,普通客户\n规则二,重要客户\n'
    expect((await importOf(await importList(text))).counts).toMatchObject({ created: 1, proposed: 1, failed: 0 })
    const nobody = { ...rule, roles: ['auditor'], name: '二' }
    const second = (await zhang.post('/api/approval-rules', nobody)).body
    const counts = { rows: 2, created: 1, proposed: 0, failed: 1 }
    expect((await importOf(await importList(text.replaceAll('规则', '再')))).counts).toMatchObject(counts)
    for (const each of [id, second.id]) await house.system().recordsNamed('approval_rule').remove(each)
  })
})
