import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { openBrowser } from '../test/e2e/browser.ts'

/** Where the pages are, and the session of who looks at them. */
export type Reader = { address: string; cookie: string }

/** `port`: where tools other than ours speak to it. */
export type BenchBrowser = { browser: Browser; port: number }

export async function openBenchBrowser(): Promise<BenchBrowser> {
  const port = await freePort()
  return {
    browser: await openBrowser([`--remote-debugging-port=${port}`, '--lang=zh-CN', '--accept-lang=zh-CN']),
    port,
  }
}

export type Screen = { page: Page; cdp: CDPSession; close(): Promise<void> }

/** A page of a profile that has fetched nothing yet, on a processor so many times slower. */
export async function openScreen(browser: Browser, { address, cookie }: Reader, slower = 1): Promise<Screen> {
  const profile = await browser.newContext({
    baseURL: address,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  })
  const [name = '', value = ''] = cookie.split('=')
  await profile.addCookies([{ name, value, url: address }])
  const page = await profile.newPage()
  page.setDefaultTimeout(120_000)
  const cdp = await profile.newCDPSession(page)
  if (slower > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return { page, cdp, close: () => profile.close() }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
