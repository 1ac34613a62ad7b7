import { describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import type { Locale } from '#shared/label'
import { callApi } from '#test/call-api'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'
import type { Visit } from './visit.ts'
import { fill } from './words.ts'

const stage = useStage()
const marketing = { zh: '营销推广', en: 'Marketing' } as const
const service = { zh: '客户服务', en: 'Customer service' } as const

/** By the keyboard alone: the menu opens, and the entry that begins with these words is taken. */
async function choosePurpose({ page }: Visit, text: string): Promise<void> {
  await page.locator('.user-button').focus()
  await page.keyboard.press('Enter')
  const entry = page.getByRole('menuitem', { name: text })
  await entry.waitFor()
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press(step ? 'ArrowDown' : 'Tab')
    if (await entry.evaluate((one) => one.classList.contains('ant-dropdown-menu-item-active'))) break
  }
  await page.keyboard.press('Enter')
  await entry.waitFor({ state: 'hidden' })
}

async function lastPurpose(locale: Locale, action: string): Promise<unknown> {
  const { kernel, heads } = stage.house
  const [row] = await kernel.db.rows<{ purpose: string | null }>(
    sql`select purpose from audit_event where actor = ${heads[locale].id}::uuid and action = ${action} order by id desc limit 1`,
  )
  return row?.purpose
}

describe.each(languages('zh'))('in %s', (locale) => {
  it('works for a purpose chosen in the account menu, in this tab and until it is left', async () => {
    const { house } = stage
    const head = house.heads[locale]
    const name = `目的木业${locale}`
    await callApi(house, head, { path: '/customers', body: { name } })
    const visit = await stage.visit(locale)
    const { page, words, go, expectRefusal } = visit
    await go('/o/customers')
    await page.getByText(name).waitFor()
    await choosePurpose(visit, service[locale])
    await page.getByRole('status').filter({ hasText: service[locale] }).waitFor()
    await page.getByText(name).waitFor()
    expect(await lastPurpose(locale, 'list')).toBe('service')
    await page.reload()
    await page.getByText(name).waitFor()
    expect(await lastPurpose(locale, 'list')).toBe('service')
    await choosePurpose(visit, marketing[locale])
    const notice = page
      .getByRole('status')
      .filter({ hasText: fill(words.purpose.narrowed, { purpose: marketing[locale] }) })
    await notice.waitFor()
    await page.getByText(name).waitFor({ state: 'detached' })
    expect(await barriers(page)).toEqual([])
    const other = await stage.visit(locale)
    await other.go('/o/customers')
    await other.page.getByText(name).waitFor()
    // What is switched off meanwhile is left, and the page says so.
    expectRefusal(403)
    const { items } = await callApi<{ items: { id: string; code: string; version: number }[] }>(house, head, {
      method: 'GET',
      path: '/purposes',
    })
    const purpose = items.find(({ code }) => code === 'marketing')
    const path = `/purposes/${purpose?.id}`
    await callApi(house, head, { method: 'PATCH', path, body: { active: false, version: purpose?.version } })
    await page.getByText(name).waitFor()
    await notice.waitFor({ state: 'detached' })
    await page.getByRole('status').filter({ hasText: 'marketing' }).waitFor()
    await callApi(house, head, { method: 'PATCH', path, body: { active: true, version: (purpose?.version ?? 0) + 1 } })
  })
})
