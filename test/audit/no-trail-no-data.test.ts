import { afterAll, beforeAll, expect, it } from 'vitest'
import { roles } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { type RawConnection, rawConnection } from '#test/raw-connection'

let house: ApiHouse
let owner: RawConnection
let wang: ApiClient
let id: string
beforeAll(async () => {
  house = await openApiHouse()
  owner = await rawConnection(house, { everything: true })
  wang = await house.client('wang')
  id = (await wang.post('/api/customers', { name: '不可无痕' })).body.id
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const columns = async (): Promise<string> => {
  const [row] = await owner.rows<{ names: string }>(
    `select string_agg(column_name, ', ') as names from information_schema.column_privileges
      where table_name = 'audit_event' and grantee = '${roles.app}' and privilege_type = 'INSERT'`,
  )
  return row?.names ?? ''
}

it('without the right to write the trail nothing is read or changed, and all goes on when it is back', async () => {
  // Where one login does everything there is no right to take away.
  if (!house.rights.separateRoles) return
  const granted = await columns()
  await owner.rows(`revoke insert on audit_event from ${roles.app}`)
  const one = `/api/customers/${id}`
  for (const path of [one, '/api/customers', `${one}/history`, `${one}/timeline`, '/api/search?q=不可无痕']) {
    const { status, body } = await wang.get(path)
    expect(status, path).toBe(503)
    expect(JSON.stringify(body), path).not.toContain('无痕')
  }
  expect((await wang.patch(one, { remarks: '无痕', version: 1 })).status).toBe(503)
  expect((await wang.post('/api/customers', { name: '无痕' })).status).toBe(503)
  await owner.rows(`grant insert (${granted}) on audit_event to ${roles.app}`)
  expect((await wang.get(one)).body).toMatchObject({ name: '不可无痕', version: 1, remarks: null })
  expect((await wang.get('/api/customers')).body.total).toBe(1)
})
