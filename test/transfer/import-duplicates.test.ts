import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { followTrail, startFinding } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { runJobs } from '#test/run-jobs'

/* Rows of a list that are there already: left out, or changing what is there, as its importer chooses. */

let house: ApiHouse
let zhang: ApiClient
let wang: ApiClient
let chen: ApiClient
let li: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  await followTrail(house.system())
  zhang = await house.client('zhang')
  wang = await house.client('wang')
  chen = await house.client('chen')
  li = await house.client('li')
})
afterAll(() => house.close())
afterEach(() => {
  delete house.system().type('customer').hooks.approval
})

async function importList(text: string, duplicates: string, who = zhang): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([text]), 'list.csv')
  const { status, body } = await who.post(`/api/imports?object=customers&duplicates=${duplicates}`, undefined, { form })
  expect(status).toBe(202)
  await runJobs(house)
  return body.id
}

async function make(who: ApiClient, values: Record<string, unknown>): Promise<string> {
  const { id } = (await who.post('/api/customers', values)).body
  await house.system().transaction((tx) => startFinding(tx, { object: 'customer' }))
  await runJobs(house)
  return id
}

const countsOf = async (id: string, who = zhang) => (await who.get(`/api/imports/${id}`)).body.counts

const toldOf = async (id: string, who = zhang) =>
  (await who.get(`/api/imports/${id}/errors`, { headers: { accept: 'application/json' } })).body.items

const customer = async (id: string, who = zhang) => (await who.get(`/api/customers/${id}`)).body

const found = async (search: string, who = zhang) =>
  (await who.get(`/api/customers?search=${encodeURIComponent(search)}`)).body.items

async function undo(id: string, who = zhang): Promise<string | null> {
  expect((await who.delete(`/api/imports/${id}`)).status).toBe(202)
  await runJobs(house)
  const { state, error } = (await who.get(`/api/imports/${id}`)).body
  expect(state).toBe('undone')
  return error
}

describe('duplicates=skip', () => {
  it('leaves out what surely is there and what the list has twice, and tells of each what it is the same as', async () => {
    const there = await make(zhang, { name: '杭州云栖竹业有限公司', phone: '13800138201' })
    const rows = [
      '杭州云栖竹业有限公司,13800138201',
      '建德新安茶业有限公司,13800138202',
      '建德新安茶业有限公司,13800138202',
      '云栖竹业有限公司,13800138201',
    ]
    const id = await importList(`客户名称,电话\n${rows.join('\n')}\n`, 'skip')
    expect(await countsOf(id)).toMatchObject({ rows: 4, created: 2, skipped: 2, updated: 0, failed: 0 })
    const told = await toldOf(id)
    expect(told).toMatchObject([
      { row: 1, state: 'skipped', record: there, cells: { 客户名称: '杭州云栖竹业有限公司' } },
      { row: 3, state: 'skipped', errors: [{ code: 'transfer.same_as_row' }] },
    ])
    expect(told[0].errors[0].message).toBe('与已有的“杭州云栖竹业有限公司”相同，本行已跳过。')
    expect(told[1].errors[0].message).toContain('第 2 行')
    expect(await found('新安茶业')).toMatchObject([{ name: '建德新安茶业有限公司' }])
  })

  it('knows a row of an earlier batch again, and counts the next of those whose first has failed', async () => {
    const others = Array.from({ length: 260 }, (_, at) => `批次${at}贸易有限公司,139${String(10_000_000 + at)},1`)
    const first = '龙游石窟旅行有限公司,13800138203,9'
    const rows = [first, first.replace(/9$/, '1'), ...others, first.replace(/9$/, '1')]
    const id = await importList(`客户名称,电话,客户密级\n${rows.join('\n')}\n`, 'skip')
    expect(await found('龙游石窟')).toHaveLength(1)
    expect(await countsOf(id)).toMatchObject({ rows: 263, skipped: 2, created: 261 })
  })

  it('says nothing of what its importer does not see', async () => {
    const values = { name: '嵊州越剧服饰有限公司', creditCode: '91652723DQREUQF3QW' }
    const hidden = await make(li, values)
    const id = await importList(`客户名称,信用代码\n${values.name},${values.creditCode}\n`, 'skip', chen)
    expect(await countsOf(id, chen)).toMatchObject({ created: 1, skipped: 0 })
    expect(await toldOf(id, chen)).toEqual([])
    const changing = await importList(
      `客户名称,信用代码,简称\n${values.name},${values.creditCode},越\n`,
      'update',
      chen,
    )
    expect(await countsOf(changing, chen)).toMatchObject({ updated: 1, created: 0 })
    expect(await customer(hidden, li)).toMatchObject({ shortName: null, version: 1 })
  })

  it('tells no value from a mask: what its importer sees as one decides nothing', async () => {
    const values = { name: '象山海鲜有限公司', phone: '13800138215' }
    await make(wang, values)
    const id = await importList(`客户名称,电话\n${values.name},${values.phone}\n`, 'skip', chen)
    expect(await countsOf(id, chen)).toMatchObject({ created: 1, skipped: 0 })
  })

  it('is refused for objects of which nothing says when two are one', async () => {
    const form = new FormData()
    form.append('file', new Blob(['名称\n甲\n']), 'list.csv')
    const answer = await zhang.post('/api/imports?object=contacts&duplicates=skip', undefined, { form })
    expect(answer.body).toMatchObject({ status: 400, code: 'transfer.duplicates_unsupported' })
  })
})

describe('duplicates=update', () => {
  it('changes the fields that a row gives, and the people on the file, and takes all of it back', async () => {
    const there = await make(zhang, {
      name: '富阳竹纸有限公司',
      phone: '13800138205',
      shortName: '竹纸',
      street: '文教路1号',
    })
    const person = (await zhang.post('/api/contacts', { customer: there, name: '沈秋', title: '店员' })).body.id
    const list = `客户名称,电话,简称,详细地址,联系人姓名,联系人职务
富阳竹纸有限公司,13800138205,富阳纸,,沈秋,店长
富阳竹纸有限公司,13800138205,第二次,,沈秋,厂长
永康五金有限公司,13800138206,五金,,,
`
    const id = await importList(list, 'update')
    expect(await countsOf(id)).toMatchObject({ rows: 3, created: 1, updated: 1, skipped: 1, failed: 0, incomplete: 0 })
    expect(await customer(there)).toMatchObject({ shortName: '富阳纸', street: '文教路1号' })
    expect((await zhang.get(`/api/contacts/${person}`)).body).toMatchObject({ title: '店长' })
    const { items } = (await zhang.get(`/api/customers/${there}/history`)).body
    expect(items[0]).toMatchObject({ field: 'shortName', before: '竹纸', after: '富阳纸', reason: 'import' })
    const more = await importList('客户名称,电话,联系人姓名\n富阳竹纸有限公司,13800138205,韩冬\n', 'update')
    expect(await countsOf(more)).toMatchObject({ updated: 1, created: 0 })
    const people = async () =>
      (await zhang.get('/api/contacts')).body.items.map(({ name }: { name: string }) => name).sort()
    expect(await people()).toEqual(['沈秋', '韩冬'].sort())
    expect(await undo(more)).toBe(null)
    expect(await people()).toEqual(['沈秋'])
    expect(await undo(id)).toBe(null)
    expect(await customer(there)).toMatchObject({ shortName: '竹纸', name: '富阳竹纸有限公司' })
    expect((await zhang.get(`/api/contacts/${person}`)).body).toMatchObject({ title: '店员' })
    expect(await found('永康五金')).toEqual([])
  })

  it('leaves, when undone, what has changed since, and says so', async () => {
    const there = await make(zhang, { name: '东阳木雕有限公司', phone: '13800138207' })
    const id = await importList('客户名称,电话,简称,邮箱\n东阳木雕有限公司,13800138207,木雕,a@example.com\n', 'update')
    const { version } = await customer(there)
    await zhang.patch(`/api/customers/${there}`, { shortName: '东阳' }, { headers: { 'if-match': `"${version}"` } })
    expect(await undo(id)).toBe('import.kept')
    expect(await customer(there)).toMatchObject({ shortName: '东阳', email: null })
  })

  it('leaves to the groups what may be one of several', async () => {
    const values = { name: '义乌小商品有限公司', phone: '13800138208' }
    await make(zhang, values)
    await make(zhang, values)
    const id = await importList('客户名称,电话,简称\n义乌小商品有限公司,13800138208,义乌\n', 'update')
    expect(await countsOf(id)).toMatchObject({ created: 1, updated: 0 })
  })

  it('asks whoever signs such a change, withdraws what waits, and says what has been granted', async () => {
    await house.system().recordsNamed('user').update(house.people.sun.id, { role: 'head' })
    const officer = await house.client('sun')
    const one = await make(zhang, { name: '兰溪枇杷合作社', phone: '13800138209' })
    const two = await make(zhang, { name: '常山胡柚合作社', phone: '13800138210' })
    house.system().type('customer').hooks.approval = (_ctx, { operation }) =>
      operation === 'update' ? { duties: ['roles'] } : null
    const list = '客户名称,电话,简称\n兰溪枇杷合作社,13800138209,枇杷\n常山胡柚合作社,13800138210,胡柚\n'
    const id = await importList(list, 'update')
    expect(await countsOf(id)).toMatchObject({ proposed: 2, updated: 0, created: 0, failed: 0 })
    const where = encodeURIComponent(JSON.stringify({ importId: id }))
    const requests = (await zhang.get(`/api/change-requests?where=${where}&sort=importRow`)).body.items
    const { hash } = (await officer.get(`/api/change-requests/${requests[0].id}/changes`)).body
    await officer.post(`/api/change-requests/${requests[0].id}/decision`, { verdict: 'approve', hash })
    expect(await customer(one)).toMatchObject({ shortName: '枇杷' })
    expect(await undo(id)).toBe('import.kept')
    expect((await zhang.get(`/api/change-requests/${requests[1].id}`)).body).toMatchObject({ state: 'withdrawn' })
    expect(await customer(two)).toMatchObject({ shortName: null })
  })

  it('keeps what of a row cannot be read to be told of, and goes on with the others', async () => {
    const there = await make(zhang, { name: '江山光学有限公司', phone: '13800138211' })
    const list = '客户名称,电话,邮箱\n江山光学有限公司,13800138211,不是邮箱\n开化根雕有限公司,13800138212,\n'
    const id = await importList(list, 'update')
    expect(await countsOf(id)).toMatchObject({ created: 1, updated: 0, incomplete: 1, failed: 0 })
    expect(await toldOf(id)).toMatchObject([
      { row: 1, state: 'incomplete', record: there, errors: [{ path: 'email' }] },
    ])
  })
})

describe('duplicates=propose', () => {
  it('tells of a row whose change is refused, and goes on with the others', async () => {
    const there = await make(wang, { name: '岱山海盐有限公司', creditCode: '91460108UFJY52N542' })
    await house.system().recordsNamed('customer').update(there, { owner: null })
    const list = '客户名称,信用代码,简称\n岱山海盐有限公司,91460108UFJY52N542,海盐\n嵊泗贻贝有限公司,,\n'
    const id = await importList(list, 'propose')
    expect(await countsOf(id)).toMatchObject({ created: 1, proposed: 0, failed: 1 })
    expect(await toldOf(id)).toMatchObject([
      { row: 1, state: 'failed', errors: [{ code: 'proposal.no_signer_by_rule' }] },
    ])
    expect(await customer(there)).toMatchObject({ shortName: null })
  })

  it('suggests the change to whoever has the file, and changes the files of its importer at once', async () => {
    const theirs = await make(wang, { name: '舟山渔港有限公司', creditCode: '91620823KJQ3EYXTPW' })
    const own = await make(chen, { name: '普陀山茶有限公司', creditCode: '913306026WRN24GD4J' })
    const list =
      '客户名称,信用代码,简称,联系人姓名\n舟山渔港有限公司,91620823KJQ3EYXTPW,渔港,阿海\n普陀山茶有限公司,913306026WRN24GD4J,山茶,\n'
    const id = await importList(list, 'propose', chen)
    expect(await countsOf(id, chen)).toMatchObject({ proposed: 1, updated: 1, created: 0, failed: 0, incomplete: 1 })
    expect((await toldOf(id, chen))[0].errors[0]).toMatchObject({ code: 'transfer.not_suggested' })
    expect(await customer(own, chen)).toMatchObject({ shortName: '山茶' })
    expect(await customer(theirs, wang)).toMatchObject({ shortName: null })
    const [request] = (await wang.get('/api/change-requests')).body.items
    const { hash } = (await wang.get(`/api/change-requests/${request.id}/changes`)).body
    expect((await wang.post(`/api/change-requests/${request.id}/decision`, { verdict: 'approve', hash })).status).toBe(
      204,
    )
    expect(await customer(theirs, wang)).toMatchObject({ shortName: '渔港' })
  })
})
