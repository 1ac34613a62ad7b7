import { gzipSync } from 'node:zlib'
import type { Request } from 'playwright-core'
import { expect, it } from 'vitest'
import { callApi } from '#test/call-api'
import { openBenchBrowser } from '../../bench/browser-page.ts'
import { leastScore, scoresOf } from '../../bench/page-scores.ts'
import { watchRequests } from '../e2e/quiet.ts'
import { useStage } from '../e2e/stage.ts'

const stage = useStage()
const mostKb = 360
/** Those of the frame, of the file, of its inputs and of the language, some with styles beside them: one more for each that is cut anew. */
const mostFiles = 16

it(`opens a list with at most ${mostKb} kB of code, compressed`, async () => {
  const name = '第一页有限公司'
  await callApi(stage.house, stage.house.heads.zh, { path: '/customers', body: { name } })
  const { page, go } = await stage.visit('zh')
  const code = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) code.set(response.url(), response.body())
  })
  await go('/o/customers')
  await page.getByRole('link', { name }).waitFor()
  const bodies = await Promise.all(code.values())
  const kb = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000
  expect(bodies.length).toBeGreaterThan(1)
  expect(kb).toBeLessThanOrEqual(mostKb)
})

it('asks for the rows of a list before its page is drawn, draws those in sight first, and reads none for a pointer that passes', async () => {
  for (let n = 0; n < 60; n++)
    await callApi(stage.house, stage.house.heads.zh, { path: '/customers', body: { name: `先画第${n}有限公司` } })
  const { page, words, go } = await stage.visit('zh')
  const asked: string[] = []
  page.on('request', (request) =>
    asked.push(decodeURIComponent(new URL(request.url()).pathname + new URL(request.url()).search)),
  )
  const at = (part: string): number => asked.findIndex((one) => one.startsWith(part))
  await page.addInitScript(`new MutationObserver(() => {
    const rows = document.querySelectorAll('.grid-body > .grid-row')
    if (!rows.length || globalThis.firstRows) return
    globalThis.firstRows = [rows.length, document.querySelector('.grid-scroll').clientHeight / rows[0].offsetHeight]
  }).observe(document, { childList: true, subtree: true })`)
  await go('/o/customers')
  const drawn = (): Promise<number> => page.locator('.grid-body > .grid-row').count()
  await expect.poll(drawn).toBeGreaterThan(0)
  const [first = 0, inSight = 0] = await page.evaluate<number[]>('firstRows')
  expect(first).toBeLessThanOrEqual(Math.ceil(inSight) + 1)
  await expect.poll(drawn).toBeGreaterThan(first)
  await expect.poll(() => at('/api/notifications')).toBeGreaterThan(0)
  expect(at('/api/customers')).toBeGreaterThan(0)
  expect(at('/api/customers')).toBeLessThan(at('/api/notifications'))

  const untilQuiet = watchRequests(page)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: words.names('contact') })
    .first()
    .hover()
  await expect.poll(() => at('/api/saved-views?where={"object":"contact"}')).toBeGreaterThan(0)
  await untilQuiet()
  expect(at('/api/contacts')).toBe(-1)
  // Nobody has gone anywhere yet.
  expect(asked.filter((one) => one.startsWith('/api/customers'))).toHaveLength(1)
})

it('asks for the record of a file before its page has come, once even where it is refused, and reads none for a pointer that passes', async () => {
  const name = '先问有限公司'
  const { id } = await callApi(stage.house, stage.house.heads.zh, { path: '/customers', body: { name } })
  const record = (of: string) => (request: Request) => new URL(request.url()).pathname === `/api/customers/${of}`
  const pageOfFile = /\/assets\/file-[\w-]{8}\.css$/

  const passing = await stage.visit('zh')
  const read: Request[] = []
  passing.page.on('request', (request) => record(id)(request) && read.push(request))
  await passing.go('/today')
  const untilQuiet = watchRequests(passing.page)
  const come = passing.page.waitForResponse(pageOfFile)
  await passing.page.locator('.panel-row', { hasText: name }).first().hover()
  await come
  await untilQuiet()
  expect(read).toEqual([])

  const { page, words, go, expectRefusal } = await stage.visit('zh')
  let before: Promise<unknown> = page.waitForRequest(record(id))
  await page.route(pageOfFile, async (route) => {
    await before
    await route.continue()
  })
  await go(`/o/customers/${id}`)
  await page.getByRole('heading', { name, level: 1 }).waitFor()

  expectRefusal(404)
  const refused: Request[] = []
  const nobody = id.replace(/.{4}$/, (end: string) => (end === '0000' ? '1111' : '0000'))
  page.on('request', (request) => record(nobody)(request) && refused.push(request))
  before = page.waitForResponse((response) => record(nobody)(response.request()))
  await go(`/o/customers/${nobody}`)
  await page.getByText(words.error.notFound).first().waitFor()
  await expect.poll(() => page.title()).toContain(words.error.notFound)
  expect(refused).toHaveLength(1)
})

/** What is asked of the server: for the frame, the file, and all short lists on it at once; each more is a way that everybody waits for. */
const mostRequests = 20
/** As Lighthouse counts what moves under the reader's hand; it calls more than twice as much poor. */
const mostMoved = 0.05

it(`opens the file of a customer with at most ${mostFiles} files of code and ${mostRequests} requests, and stands still`, async () => {
  const head = stage.house.heads.zh
  const { id } = await callApi(stage.house, head, { path: '/customers', body: { name: '分块有限公司' } })
  for (const name of ['甲联系人', '乙联系人'])
    await callApi(stage.house, head, { path: '/contacts', body: { customer: id, name } })
  const { page, words, go } = await stage.visit('zh')
  const code = new Set<string>()
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/\.(js|css)$/.test(pathname)) code.add(pathname)
    else if (pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}`)
  })
  await page.addInitScript(`
    globalThis.moved = 0
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) moved += value
    }).observe({ type: 'layout-shift', buffered: true })
  `)
  await go(`/o/customers/${id}`)
  await page.getByRole('heading', { name: words.team.title }).waitFor()
  await page
    .getByRole('region', { name: words.names('contact'), exact: true })
    .getByText('甲联系人')
    .waitFor()
  const timeline = page.getByRole('region', { name: words.timeline.title })
  await timeline.getByRole('textbox', { name: words.field('follow_up', 'nextAt') }).waitFor()
  await timeline.getByText(words.timeline.none).waitFor()
  expect([...code].length, [...code].join('\n')).toBeLessThanOrEqual(mostFiles)
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(mostRequests)
  expect(asked).toContain('POST /api/lists')
  expect(Number(await page.evaluate('moved'))).toBeLessThan(mostMoved)
})

it('opens a form without what draws formatted texts, which comes with the first of them', async () => {
  const { page, go } = await stage.visit('zh')
  const code: string[] = []
  const untilQuiet = watchRequests(page)
  page.on('response', (response) => code.push(new URL(response.url()).pathname))
  const loaded = (part: string): boolean => code.some((path) => path.startsWith(`/assets/${part}-`))
  await go('/o/customers/new')
  await expect.poll(() => loaded('procedure-line')).toBe(true)
  await page.locator('form').getByRole('textbox').first().waitFor()
  // The stream of changes never ends, so the network is never idle.
  await untilQuiet()
  expect(loaded('markdown')).toBe(false)
  await go('/help/guide')
  await expect.poll(() => loaded('markdown')).toBe(true)
})

it(`has no page of a day's work below ${leastScore} in Lighthouse's accessibility and best practices`, async () => {
  const { house } = stage
  const head = house.heads.zh
  const { id } = await callApi(house, head, { path: '/customers', body: { name: '评分有限公司' } })
  const reader = { address: house.address, cookie: `dossier=${head.cookie}` }
  const { browser, port } = await openBenchBrowser()
  try {
    for (const path of ['/today', '/o/customers', `/o/customers/${id}`]) {
      const { accessibility, bestPractices, faults } = await scoresOf(port, path, { reader, timed: false })
      expect(Math.min(accessibility, bestPractices), `${path}: ${faults.join()}`).toBeGreaterThanOrEqual(leastScore)
    }
  } finally {
    await browser.close()
  }
})
