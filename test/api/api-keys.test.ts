import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'

let house: ApiHouse
let wang: ApiClient
let customer: string
beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  customer = (await wang.post('/api/customers', { name: '密钥客户' })).body.id
})
afterAll(() => house.close())

const make = async (body: Record<string, unknown>, as = wang) =>
  (await as.post('/api/api-keys', { name: '报表', scopes: ['read'], ...body })).body
const bearer = (token: string) => {
  const client = clientOf(house.server.address, {
    contract: liveContract(house.kernel, house.server),
    seen: house.seen,
  })
  const headers = { authorization: `Bearer ${token}` }
  return {
    get: (path: string, more: Record<string, string> = {}) => client.get(path, { headers: { ...headers, ...more } }),
    post: (path: string, body?: unknown) => client.post(path, body, { headers }),
    patch: (path: string, body: unknown) => client.patch(path, body, { headers }),
    delete: (path: string) => client.delete(path, { headers }),
  }
}

describe('an API key', () => {
  it('is shown once and known by its hash alone', async () => {
    const { id, token } = await make({})
    expect(token).toMatch(/^dsk_[\w-]{43}$/)
    const { items } = (await wang.get('/api/api-keys')).body
    expect(items.find((each: { id: string }) => each.id === id)).toMatchObject({
      name: '报表',
      scopes: ['read'],
      seenAt: null,
    })
    const rows = await house.kernel.db.rows(sql`select api_key::text as line from api_key`)
    expect(JSON.stringify([items, rows])).not.toContain(token.slice(4))
  })

  it('sees what its owner sees, and no more', async () => {
    const key = bearer((await make({})).token)
    const foreign = (await (await house.client('li')).post('/api/customers', { name: '他人客户' })).body.id
    expect((await key.get(`/api/customers/${customer}`)).status).toBe(200)
    expect((await key.get(`/api/customers/${foreign}`)).status).toBe(404)
    const head = bearer((await make({ scopes: ['write'] }, await house.client('zhang'))).token)
    expect((await head.get('/api/audit-events')).status).toBe(403)
  })

  it.each([
    [['read'], 'GET', '/api/customers', 200],
    [['read'], 'GET', '/api/search?q=密钥', 200],
    [['read'], 'GET', '/api/definitions', 200],
    [['read'], 'POST', '/api/customers', 403],
    [['write'], 'GET', '/api/customers', 200],
    [['write'], 'POST', '/api/customers', 201],
    [['read:customers'], 'GET', '/api/customers', 200],
    [['read:customers'], 'GET', '/api/definitions', 200],
    [['read:customers'], 'GET', '/api/contacts', 403],
    [['read:customers'], 'GET', '/api/search?q=密钥', 403],
    [['read:customers'], 'POST', '/api/customers', 403],
    [['write:customers'], 'GET', '/api/customers', 200],
    [['write:customers'], 'POST', '/api/customers', 201],
    [['write:customers'], 'POST', '/api/contacts', 403],
    [['write:customers'], 'GET', '/api/events', 403],
  ])('for %j meets %s %s with %i', async (scopes, method, path, status) => {
    const key = bearer((await make({ scopes, days: 1 })).token)
    const answer =
      method === 'GET' ? await key.get(path) : await key.post(path, { name: `新客户 ${crypto.randomUUID()}` })
    expect(answer.status).toBe(status)
    if (status === 403) expect(answer.body.code).toBe('access.key_scope')
    await house.kernel.db.rows(sql`delete from api_key where user_id = ${house.people.wang.id}`)
  })

  it('opens nothing of its owner’s account, whatever its scope', async () => {
    const key = bearer((await make({ scopes: ['write'] })).token)
    for (const attempt of [
      () => key.get('/api/sessions'),
      () => key.get('/api/sessions/current'),
      () => key.delete('/api/sessions'),
      () => key.get('/api/api-keys'),
      () => key.post('/api/api-keys', { name: '更多', scopes: ['write'] }),
      () => key.post(`/api/users/${house.people.wang.id}/password`, { password: 'a new good one' }),
      () => key.post('/api/sessions/current/proof', { password: 'x' }),
    ])
      expect(await attempt()).toMatchObject({ status: 403, body: { code: 'access.key_scope' } })
  })

  it('works from its networks alone', async () => {
    expect((await bearer((await make({ networks: ['127.0.0.0/8', '::1'] })).token).get('/api/customers')).status).toBe(
      200,
    )
    const elsewhere = await bearer((await make({ networks: ['10.0.0.0/8'] })).token).get('/api/customers')
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'access.key_network' } })
    const wrong = await wang.post('/api/api-keys', { name: 'x', scopes: ['read'], networks: ['10.0.0.0/99'] })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'access.network_invalid' } })
    const unknown = await wang.post('/api/api-keys', { name: 'x', scopes: ['read:nothings'] })
    expect(unknown).toMatchObject({ status: 422, body: { code: 'access.scope_unknown' } })
  })

  it('runs out after ninety days at most, and can be revoked by its owner and by who looks after staff', async () => {
    expect((await wang.post('/api/api-keys', { name: 'x', scopes: ['read'], days: 91 })).status).toBe(400)
    const { id, token } = await make({})
    const key = bearer(token)
    expect((await key.get('/api/customers')).status).toBe(200)
    expect(
      (await wang.get('/api/api-keys')).body.items.find((each: { id: string }) => each.id === id).seenAt,
    ).not.toBeNull()
    expect((await (await house.client('li')).delete(`/api/api-keys/${id}`)).status).toBe(404)
    expect((await (await house.client('zhang')).delete(`/api/api-keys/${id}`)).status).toBe(204)
    expect(await key.get('/api/customers')).toMatchObject({ status: 401, body: { code: 'access.key_invalid' } })
    const late = await make({ days: 1 })
    await house.kernel.db.rows(sql`update api_key set expires_at = now() where id = ${late.id}`)
    expect((await bearer(late.token).get('/api/customers')).status).toBe(401)
  })

  it('is made only by who has just proved to be there, and its use stands in the trail', async () => {
    const li = await house.client('li')
    await house.kernel.db.rows(
      sql`update session set proven_at = now() - interval '6 minutes' where user_id = ${house.people.li.id}`,
    )
    const refused = await li.post('/api/api-keys', { name: 'x', scopes: ['read'] })
    expect(refused).toMatchObject({ status: 403, body: { code: 'access.proof_needed' } })
    const { id, token } = await make({})
    await bearer(token).get(`/api/customers/${customer}`)
    const [row] = await house.kernel.db.rows(
      sql`select actor, session, channel, body from audit_event where token = ${id} and action = 'read'`,
    )
    expect(row).toMatchObject({ actor: house.people.wang.id, session: null, channel: 'api' })
    expect(JSON.parse(String(row?.body)).token).toBe(id)
  })

  it('that is bound to a purpose of use works under it and under no other, with its line in the trail', async () => {
    const purposes = house.system().recordsNamed('purpose')
    const [care, sale] = await Promise.all(
      ['care', 'sale'].map((code) => purposes.create({ code, nameZh: code, nameEn: code, basis: 'contract' })),
    )
    await house.kernel.reload()
    const { id, token } = await make({ purpose: 'care' })
    const key = bearer(token)
    const named = (purpose: string) => key.get(`/api/customers/${customer}`, { 'x-dossier-purpose': purpose })
    expect((await key.get(`/api/customers/${customer}`)).status).toBe(200)
    expect((await named('care')).status).toBe(200)
    const params = { purpose: 'care', named: 'sale' }
    expect(await named('sale')).toMatchObject({
      status: 403,
      body: { code: 'access.key_purpose', params, errors: [{ path: 'X-Dossier-Purpose', params }] },
    })
    const rows = await house.kernel.db.rows(
      sql`select action, purpose from audit_event where token = ${id} and action in ('read', 'refuse') order by id`,
    )
    expect(rows.map(({ action, purpose }) => [action, purpose])).toEqual([
      ['read', 'care'],
      ['read', 'care'],
      ['refuse', null],
    ])
    const listed = async () =>
      (await wang.get('/api/api-keys')).body.items.find((each: { id: string }) => each.id === id).purpose
    expect(await listed()).toEqual({ id: care?.id, code: 'care' })
    await purposes.remove(care?.id ?? '')
    await house.kernel.reload()
    expect(await key.get('/api/customers')).toMatchObject({ status: 403, body: { code: 'access.key_purpose_gone' } })
    expect(await listed()).toEqual({ id: care?.id, code: null })
    const unknown = await wang.post('/api/api-keys', { name: 'x', scopes: ['read'], purpose: 'care' })
    expect(unknown).toMatchObject({
      status: 403,
      body: { code: 'access.purpose_not_held', errors: [{ path: 'purpose' }] },
    })
    expect((await make({ purpose: 'sale' })).id).not.toBe(sale?.id)
  })
})
