import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiHouse, openApiHouse } from '#test/as'
import { openBrowser } from '../e2e/browser.ts'
import { lapses } from '../e2e/looks.ts'

let house: ApiHouse
let browser: Browser
beforeAll(async () => {
  house = await openApiHouse()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

type Look = { lang: 'zh' | 'en'; colorScheme: 'light' | 'dark'; width: number }

async function open({ lang, colorScheme, width }: Look): Promise<{ page: Page; trouble: string[] }> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
  const [name = '', value = ''] = (await house.client('wang')).cookie.split('=')
  await context.addCookies([{ name, value, url: house.server.address }])
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()))
  page.on('pageerror', (error) => trouble.push(error.message))
  await page.goto(`${house.server.address}/api/docs?lang=${lang}`)
  await page.locator('summary').first().waitFor()
  return { page, trouble }
}

describe('the page of the API', () => {
  const looks: readonly Look[] = [
    { lang: 'zh', colorScheme: 'light', width: 1280 },
    { lang: 'en', colorScheme: 'dark', width: 390 },
  ]
  it.each(looks)(
    'in $lang, $colorScheme, $width wide, is without barriers and stays within the screen',
    async (look) => {
      const { page, trouble } = await open(look)
      await page.locator('#customers summary').nth(1).click()
      await page.locator('#customers form').waitFor()
      expect(await lapses(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      expect(await page.locator('html').getAttribute('lang')).toBe(look.lang)
      expect(trouble).toEqual([])
      await page.context().close()
    },
  )

  it('lets one find a request and send it, by keyboard alone', async () => {
    const { page } = await open({ lang: 'en', colorScheme: 'light', width: 1280 })
    const create = page
      .locator('#customers details')
      .filter({ has: page.locator('summary', { hasText: 'Customer: Create' }) })
    await create.locator('summary').focus()
    await page.keyboard.press('Enter')
    await create.locator('textarea').focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('{"name": "文档页客户"}')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => create.locator('[role=status]').textContent()).toMatch(/^201 application\/json/)
    const found = (await (await house.client('wang')).get('/api/customers?search=文档页')).body
    expect(found.items).toMatchObject([{ name: '文档页客户' }])
    await page.context().close()
  })

  it('changes its language at a button', async () => {
    const { page } = await open({ lang: 'en', colorScheme: 'light', width: 1280 })
    await page.getByRole('button', { name: '中文' }).click()
    expect(await page.locator('#customers h2').textContent()).toBe('客户')
    await page.context().close()
  })
})
