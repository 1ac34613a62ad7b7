import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../e2e/browser.ts'
import { guard } from '../e2e/guard.ts'
import { barriers, missingWords, scrollBelow, sidewaysScroll } from '../e2e/looks.ts'

const address = 'http://dossier.test'
const policy = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'"

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A page with this body, under the product's policy; whatever else it asks for is not there. */
async function openBody(body: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const watch = guard(page, address)
  await page.route('**/*', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({
          contentType: 'text/html',
          headers: { 'content-security-policy': policy },
          body: `<!doctype html><html lang="en"><title>A page</title><main>${body}</main>`,
        })
      : route.fulfill({ status: 404 }),
  )
  await page.goto(address)
  return { page, ...watch }
}

it.each([
  ['an error in the console', '<script>console.error("broken")</script>', /console: broken/],
  ['a thrown error', '<script>throw new Error("broken")</script>', /thrown: Error: broken/],
  ['what the policy forbids', '<script>eval("1")</script>', /Content Security Policy/],
  ['a missing part', '<img src="/none.png" alt="">', /status of 404/],
  [
    'a call to a stranger',
    '<script>onload = () => setTimeout(() => location.assign("http://stranger.test/"))</script>',
    /foreign request/,
  ],
])('notices %s', async (_, body, trouble) => {
  const { page, troubles } = await openBody(body)
  await expect.poll(() => troubles.join('\n')).toMatch(trouble)
  await page.context().close()
})

it('lets an expected refusal pass, and no other', async () => {
  const { page, troubles, expectRefusal } = await openBody('<p>calm</p>')
  expectRefusal(404)
  const answered = page.waitForEvent('console')
  await page.evaluate('fetch("/none").then(() => undefined)')
  await answered
  expect(troubles).toEqual([])
  await page.context().close()
})

it('sees barriers, what is too wide or too long, and raw words', async () => {
  const tall = '<div class="shell"><p style="position:absolute;top:2000px">far below</p></div>'
  const { page } = await openBody(`<button></button><div style="width:900px">list.none</div>${tall}`)
  expect((await barriers(page)).join()).toContain('button-name')
  expect((await sidewaysScroll(page)).join()).toContain('DIV')
  expect(await scrollBelow(page)).toBeGreaterThan(100)
  expect(await missingWords(page, ['list'])).toEqual(['list.none'])
  await page.context().close()
})
