import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openServer } from '#test/api-server'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { standardOpenApi } from '../../src/server/openapi/standard-openapi.ts'

let house: ApiHouse
let zhang: ApiClient
let address: string
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  address = house.server.address
})
afterAll(() => house.close())

const anyId = '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'
const unsafe = Object.entries(standardOpenApi().paths).flatMap(([path, methods]) =>
  Object.keys(methods)
    .filter((method) => method !== 'get')
    .map((method) => [method.toUpperCase(), path.replace(/\{\w+\}/g, anyId)] as const),
)
const own = (): Record<string, string> => ({ cookie: zhang.cookie })

describe('another site', () => {
  it('reaches no operation that changes anything, in whatever way a browser lets it try', async () => {
    expect(unsafe.length).toBeGreaterThan(100)
    const foreign = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: address.replace(/:\d+$/, ':1') },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const [method, path] of unsafe)
      for (const headers of foreign) {
        const sent = { ...own(), ...headers, 'content-type': 'application/json' }
        const response = await fetch(address + path, { method, headers: sent, body: '{}' })
        const { code } = Object(await response.json())
        expect(`${method} ${path} ${response.status} ${code}`).toBe(`${method} ${path} 403 request.foreign_origin`)
      }
  })

  it('cannot send what a form can, and is told nothing that would let it read', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const response = await fetch(`${address}/api/customers`, {
        method: 'POST',
        headers: { ...own(), 'content-type': type },
        body: 'name=x',
      })
      expect(response.status).toBe(415)
    }
    const asked = { ...own(), origin: 'https://elsewhere.example', 'access-control-request-method': 'PATCH' }
    for (const method of ['OPTIONS', 'GET']) {
      const response = await fetch(`${address}/api/customers`, { method, headers: asked })
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('shows no page or answer in a frame', async () => {
    for (const path of ['/', '/api/health', '/api/docs', '/api/customers']) {
      const { headers } = await fetch(address + path, { headers: own() })
      expect(headers.get('x-frame-options'), path).toBe('DENY')
      expect(headers.get('content-security-policy'), path).toMatch(/frame-ancestors 'none'|sandbox/)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
  })
})

it('over https browsers are told to come no other way', async () => {
  const server = await openServer(house.kernel, { secure: true })
  const over = await fetch(`${server.address}/api/health`)
  expect(over.headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
  expect((await fetch(`${address}/api/health`)).headers.get('strict-transport-security')).toBeNull()
  await server.close()
})
