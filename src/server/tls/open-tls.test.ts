import { once } from 'node:events'
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import type { ServerOptions } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { testFolder } from '#test/test-folder'
import { answerByTls, answerTo, askByTls } from '#test/tls-client'
import { makeAuthority, makeServerCertificate } from './authority.ts'
import type { Pair } from './certificate-files.ts'
import { openTls } from './open-tls.ts'

const dayMs = 86_400_000
const later = (days: number): Date => new Date(Date.now() + days * dayMs)

let dataDir: string
let said: string[]

beforeEach(async () => {
  dataDir = await testFolder()
  said = []
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
})

type Settings = Parameters<typeof openTls>[0]['env']

/** A server that greets, on a port of its own; the clock is the test's. */
async function serve(settings: Partial<Settings> = {}, limits: ServerOptions = {}) {
  const clock = { now: new Date() }
  const env: Settings = { tls: 'own', host: '127.0.0.1', dataDir, ...settings }
  const tls = await openTls({ env, say: (line) => said.push(line), now: () => clock.now })
  if (!tls) throw new Error('It speaks plain http.')
  const server = tls.makeServer((_request, response) => response.end('hello'), { handshakeTimeout: 10_000, ...limits })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = async (): Promise<void> => {
    if (!server.listening) return
    tls.close()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  onTestFinished(stop)
  const { port } = server.address() as AddressInfo
  return { tls, clock, port, stop, address: `https://127.0.0.1:${port}` }
}

const ofHouse = (name: string): Promise<string> => readFile(join(dataDir, 'tls', name), 'utf8')

describe('a certificate of its own', () => {
  it('is accepted by who trusts the authority, by name and by address, and refused by who does not', async () => {
    const { address } = await serve({ url: 'https://dossier.example.com' })
    const ca = await ofHouse('authority.crt')
    expect(await askByTls(address, { ca })).toMatchObject({ status: 200, body: 'hello' })
    for (const servername of ['localhost', hostname(), 'dossier.example.com'])
      expect((await askByTls(address, { ca, servername, headers: { host: servername } })).status).toBe(200)
    await expect(
      askByTls(address, { ca, servername: 'example.com', headers: { host: 'example.com' } }),
    ).rejects.toThrow('altnames')
    await expect(askByTls(address)).rejects.toThrow('unable to verify')
  })

  it('is kept, its keys for the owner alone, and the authority is told once with its fingerprint', async () => {
    await serve()
    const first = await ofHouse('server.crt')
    expect(said.join('\n')).toMatch(/trust \S+authority\.crt\n.*SHA-256 fingerprint is [\dA-F:]{95}/)
    said = []
    await serve()
    expect(await ofHouse('server.crt')).toBe(first)
    expect(said).toEqual([])
    for (const name of ['authority.key', 'server.key'])
      expect((await stat(join(dataDir, 'tls', name))).mode & 0o777).toBe(0o600)
  })

  it('lasts 397 days at most, and is renewed while it runs when fewer than 30 are left', async () => {
    const { tls, clock, address } = await serve()
    const ca = await ofHouse('authority.crt')
    const { peer } = await askByTls(address, { ca })
    const lasts = (Date.parse(peer.valid_to) - Date.parse(peer.valid_from)) / dayMs
    expect(lasts).toBeLessThanOrEqual(397)
    clock.now = later(lasts - 35)
    await tls.lookAgain()
    expect((await askByTls(address, { ca })).peer.serialNumber).toBe(peer.serialNumber)
    clock.now = later(lasts - 25)
    await tls.lookAgain()
    const renewed = (await askByTls(address, { rejectUnauthorized: false })).peer
    expect(renewed.serialNumber).not.toBe(peer.serialNumber)
    expect(Date.parse(renewed.valid_to)).toBeGreaterThan(later(lasts + 300).getTime())
    expect(await ofHouse('authority.crt')).toBe(ca)
  })

  it('is made anew when a name has come', async () => {
    await serve()
    const ca = await ofHouse('authority.crt')
    const { address } = await serve({ host: '10.1.2.3' })
    const { peer } = await askByTls(address, { ca })
    expect(peer.subjectaltname).toContain('10.1.2.3')
    expect(await ofHouse('authority.crt')).toBe(ca)
  })

  it('leaves out what its authority may not vouch for, and says what to do', async () => {
    await serve()
    const ca = await ofHouse('authority.crt')
    const { tls, address } = await serve({ url: 'https://other.example.com' })
    const { peer } = await askByTls(address, { ca })
    expect(peer.subjectaltname).not.toContain('other.example.com')
    expect(said.join('\n')).toMatch(/may not vouch for other\.example\.com; .*remove \S+tls/)
    const lines = said.length
    await tls.lookAgain()
    expect(said).toHaveLength(lines)
  })

  it('is refused by clients for names outside of the authority, should its key be stolen', async () => {
    const names = ['localhost', '127.0.0.1', '203.0.113.5']
    const authority = await makeAuthority('office', names, new Date())
    const files = await filesOf(await makeServerCertificate(authority, ['bank.example', '198.51.100.7'], new Date()))
    const { address } = await serve({ tls: files })
    const asked = { ca: authority.cert, servername: 'bank.example', headers: { host: 'bank.example' } }
    await expect(askByTls(address, asked)).rejects.toThrow(/permitted subtree/)
  })

  it('stands still when the key of its authority is lost, instead of a new authority that nobody trusts', async () => {
    await serve()
    await rm(join(dataDir, 'tls/authority.key'))
    await expect(serve()).rejects.toThrow(/authority\.key is missing .* Put it back, or remove \S+tls and give out/)
  })
})

let authority: Pair
beforeAll(async () => {
  authority = await makeAuthority('office', ['localhost', '127.0.0.1'], later(-1000))
})

async function filesOf({ cert, key }: Pair) {
  const files = { certFile: join(dataDir, 'site.crt'), keyFile: join(dataDir, 'site.key') }
  await writeFile(files.certFile, cert)
  await writeFile(files.keyFile, key, { mode: 0o600 })
  await chmod(files.keyFile, 0o600)
  return files
}

const madeAt = (at: Date) => makeServerCertificate(authority, ['localhost', '127.0.0.1'], at)

describe('files of the administrator', () => {
  it('are served, and taken anew while it runs once both fit', async () => {
    const tls = await filesOf(await madeAt(new Date()))
    const running = await serve({ tls })
    const ask = () => askByTls(running.address, { ca: authority.cert })
    const { serialNumber } = (await ask()).peer
    const next = await madeAt(new Date())
    await writeFile(tls.certFile, next.cert)
    await running.tls.lookAgain()
    await running.tls.lookAgain()
    expect((await ask()).peer.serialNumber).toBe(serialNumber)
    expect(said).toEqual([expect.stringMatching(/former one is served on\. The key \S+ does not fit/)])
    await writeFile(tls.keyFile, next.key)
    await running.tls.lookAgain()
    expect((await ask()).peer.serialNumber).not.toBe(serialNumber)
    expect(said.at(-1)).toBe('serves the new certificate')
  })

  it('are looked at every ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const tls = await filesOf(await madeAt(new Date()))
    await serve({ tls })
    await filesOf(await madeAt(new Date()))
    vi.advanceTimersByTime(10 * 60_000)
    await expect.poll(() => said).toEqual(['serves the new certificate'])
  })

  it.each([
    [
      'no certificate there',
      async () => rm(join(dataDir, 'site.crt')),
      /DOSSIER_TLS_CERT: there is no file \S+site\.crt\. Correct/,
    ],
    [
      'no key there',
      async () => rm(join(dataDir, 'site.key')),
      /DOSSIER_TLS_KEY: there is no file \S+site\.key\. Correct/,
    ],
    [
      'something else',
      async () => writeFile(join(dataDir, 'site.crt'), 'hello'),
      /holds no certificate in PEM form\. Name/,
    ],
    [
      'a locked key',
      async () => writeFile(join(dataDir, 'site.key'), 'hello'),
      /holds no private key .* or one with a passphrase\. Name/,
    ],
    [
      'another key',
      async () => writeFile(join(dataDir, 'site.key'), (await madeAt(new Date())).key),
      /does not fit the certificate \S+\. Set/,
    ],
    ['an expired one', async () => void (await filesOf(await madeAt(later(-400)))), /ended on \d{4}-\d\d-\d\d\. Put/],
    ['one of tomorrow', async () => void (await filesOf(await madeAt(later(3)))), /begins on \S+ only\. Set the clock/],
  ])('are refused with reason and fix: %s', async (_, spoil, sentence) => {
    const tls = await filesOf(await madeAt(new Date()))
    await spoil()
    await expect(serve({ tls })).rejects.toThrow(sentence)
  })

  it('come with a warning where everybody can read the key', async () => {
    const tls = await filesOf(await madeAt(new Date()))
    await serve({ tls })
    expect(said).toEqual([])
    await chmod(tls.keyFile, 0o644)
    await serve({ tls })
    expect(said).toEqual([expect.stringMatching(/^WARNING: every user .* chmod o= /)])
  })
})

describe('the port', () => {
  it('is left by who says nothing, and by whose head does not come to its end', async () => {
    const { port } = await serve({}, { handshakeTimeout: 100, headersTimeout: 100, connectionsCheckingInterval: 50 })
    const ca = await ofHouse('authority.crt')
    expect(await answerTo(port, '')).toBe('')
    expect(await answerTo(port, 'GET / HTTP/1.1\r\n')).toBe('')
    expect(await answerTo(port, '\x16\x03')).toBe('')
    expect(await answerByTls(port, 'GET / HTTP/1.1\r\n', ca)).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('ends with the server, whoever is connected and says nothing', async () => {
    const { port, stop } = await serve()
    const silent = connect(port, '127.0.0.1')
    await once(silent, 'connect')
    await stop()
  }, 5_000)

  it('sends who comes by plain http to https, and takes nothing from who writes', async () => {
    const { port } = await serve()
    const host = `localhost:${port}`
    const found = await answerTo(port, `GET /setup?token=a HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
    expect(found).toMatch(/^HTTP\/1\.1 308 /)
    expect(found).toContain(`location: https://${host}/setup?token=a\r\n`)
    expect(await answerTo(port, `POST /api/sessions HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*speaks https only/,
    )
    expect(await answerTo(port, 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await answerTo(port, '\0\0 nonsense \r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('speaks no TLS older than 1.2', async () => {
    const { address } = await serve()
    const old = { rejectUnauthorized: false, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    await expect(askByTls(address, { ...old, maxVersion: 'TLSv1.1' })).rejects.toThrow(/protocol version|alert/)
    expect((await askByTls(address, { ...old, maxVersion: 'TLSv1.2' })).status).toBe(200)
  })
})
