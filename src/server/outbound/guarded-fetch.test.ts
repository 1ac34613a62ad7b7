import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { guardedFetch } from './guarded-fetch.ts'
import { isReachable } from './reachable.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function listen(answer: RequestListener): Promise<string> {
  server = createServer(answer)
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  // A TCP server that listens has an address of this form.
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

const get = (url: string, named: readonly string[] = []) => guardedFetch(url, { method: 'GET', headers: {} }, { named })

describe('an address that the server may call', () => {
  it.each(['8.8.8.8', '2001:4860:4860::8888', '::ffff:8.8.8.8'])('is %s', (address) => {
    expect(isReachable(address, { named: false })).toBe(true)
  })

  it.each([
    '10.0.0.1',
    '172.16.5.4',
    '192.168.1.1',
    '100.64.0.1',
    '127.0.0.1',
    '::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
  ])('is %s only where its host was named', (address) => {
    expect(isReachable(address, { named: false })).toBe(false)
    expect(isReachable(address, { named: true })).toBe(true)
  })

  it.each([
    '169.254.169.254',
    'fe80::1',
    '::ffff:169.254.169.254',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    'ff02::1',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.2.1',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '',
    'localhost',
  ])('is never %s', (address) => {
    expect(isReachable(address, { named: true })).toBe(false)
  })
})

describe('a call of the server', () => {
  it('reaches a named host of this computer', async () => {
    const site = await listen((_, response) => response.end('here'))
    expect(await (await get(site, ['localhost'])).text()).toBe('here')
  })

  it.each([
    'https://127.0.0.1:PORT/',
    'https://localhost:PORT/',
    'https://[::1]:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://2130706433:PORT/',
    'https://0x7f.1:PORT/',
    'https://0177.0.0.1:PORT/',
    'https://127.1:PORT/',
    'https://0:PORT/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fe80::1]/',
    'http://localhost:PORT/',
    'http://login.example.com/',
    'https://user:pass@login.example.com/',
    'file:///etc/passwd',
    'ftp://login.example.com/',
  ])('does not go to %s where nobody has named it', async (form) => {
    let hits = 0
    const site = await listen((_, response) => {
      hits++
      response.end()
    })
    const url = form.replace('PORT', new URL(site).port)
    await expect(get(url, url.includes('login') ? ['login.example.com'] : [])).rejects.toThrow(/not called|is not/)
    expect(hits).toBe(0)
  })

  it('is not led elsewhere', async () => {
    const paths: string[] = []
    const site = await listen(({ url = '' }, response) => {
      paths.push(url)
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    await expect(get(site, ['localhost'])).rejects.toThrow('leads elsewhere')
    expect(paths).toEqual(['/'])
  })

  it('does not read without end', async () => {
    const site = await listen((_, response) => {
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', pour)
      pour()
    })
    await expect(get(site, ['localhost'])).rejects.toThrow('at more length')
  })

  it('does not wait without end', { timeout: 20_000 }, async () => {
    const site = await listen((_, response) => void response.write('{'))
    await expect(get(site, ['localhost'])).rejects.toThrow(/abort|timeout/i)
  })
})
