import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HouseWithPages, openHouseWithPages, password } from '#test/house-with-pages'
import { answerByTls, askByTls } from '#test/tls-client'

let house: HouseWithPages
let ca: string

beforeAll(async () => {
  house = await openHouseWithPages({ tls: 'own' })
  ca = await readFile(join(house.dataDir, 'tls/authority.crt'), 'utf8')
})

afterAll(() => house.close())

const post = (path: string, body: unknown) => askByTls(`${house.address}${path}`, { ca, method: 'POST', body })

describe('a house that speaks https itself', () => {
  it('says so, sets the company up, signs in with a cookie for https alone, and knows it again', async () => {
    expect(house.address).toMatch(/^https:\/\/localhost:\d+$/)
    expect(house.setupLink.startsWith(`${house.address}/setup?token=`)).toBe(true)
    const token = new URL(house.setupLink).searchParams.get('token')
    const company = { company: '青禾贸易有限公司', name: '陈静', login: 'chen', password, locale: 'zh', demo: false }
    expect((await post('/api/setup', { token, ...company })).status).toBeLessThan(300)
    const { headers } = await post('/api/sessions', { login: 'chen', password })
    const [given = ''] = headers['set-cookie'] ?? []
    expect(given).toMatch(/^__Host-dossier=[\w-]{40,}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const cookie = given.split(';')[0] ?? ''
    const known = await askByTls(`${house.address}/api/sessions/current`, { ca, headers: { cookie } })
    expect(known).toMatchObject({ status: 200, body: expect.stringContaining('陈静') })
    // Whence a call comes is known below TLS too: networks that are let in go by it.
    const devices = await askByTls(`${house.address}/api/sessions`, { ca, headers: { cookie } })
    expect(devices.body).toMatch(/"ip":"(127\.0\.0\.1|::1)"/)
  })

  it('holds browsers to https at every name but localhost, where other programs live too', async () => {
    const at = (host: string) => askByTls(`${house.address}/api/health`, { ca, headers: { host } })
    expect((await at('127.0.0.1')).headers['strict-transport-security']).toBe('max-age=31536000')
    expect((await at(new URL(house.address).host)).headers).not.toHaveProperty('strict-transport-security')
  })
})

it.runIf(process.env.LONG === '1')('ends a head that does not come to its end, as without TLS', async () => {
  const { port } = new URL(house.address)
  const begun = Date.now()
  expect(await answerByTls(Number(port), 'GET / HTTP/1.1\r\nHost: ', ca)).toMatch(/^HTTP\/1\.1 408 /)
  expect(Date.now() - begun).toBeLessThan(21_000)
})
