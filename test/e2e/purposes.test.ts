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
const told = { zh: '经您同意', en: 'With your consent' } as const
const service = { zh: '客户服务', en: 'Customer service' } as const

/** By the keyboard alone: the menu opens, and the entry that begins with these words is taken. */
async function choosePurpose({ page }: Visit, text: string): Promise<void> {
  await page.locator('.user-button').focus()
  await page.keyboard.press('Enter')
  const entry = page.getByRole('menuitem', { name: text })
  await entry.waitFor()
  const active = page.locator('.ant-dropdown-menu-item-active')
  const nowActive = async (): Promise<string> => (await active.allInnerTexts()).join()
  for (let step = 0; step < 20; step++) {
    const before = await nowActive()
    await page.keyboard.press(step ? 'ArrowDown' : 'Tab')
    // A further key pressed before the last one has moved on would go past the entry.
    await expect.poll(nowActive).not.toBe(before)
    if (await entry.evaluate((one) => one.classList.contains('ant-dropdown-menu-item-active'))) break
  }
  // The kit marks the entry first, and gives it the focus with the next frame: until then Enter takes the one before.
  await expect.poll(() => entry.evaluate((one) => one.matches(':focus'))).toBe(true)
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
  it('records a consent on a file, works for its purpose alone, and sees nothing more of it once it is withdrawn', async () => {
    const { house } = stage
    const head = house.heads[locale]
    const [name, silent] = [`同意茶业${locale}`, `无言茶业${locale}`]
    const { id } = await callApi(house, head, { path: '/customers', body: { name } })
    await callApi(house, head, { path: '/customers', body: { name: silent } })
    const visit = await stage.visit(locale)
    const { page, words, go, expectRefusal } = visit
    await go('/account')
    const multipart = { file: { name: '合同.txt', mimeType: 'text/plain', buffer: Buffer.from('合同') } }
    const { id: file } = await (await page.request.post('/api/files', { multipart })).json()
    await callApi(house, head, { path: '/attachments', body: { customer: id, title: '合同', files: [file] } })

    await go(`/o/customers/${id}`)
    const consents = page.getByRole('region', { name: words.consents.title })
    await consents.getByRole('button', { name: words.consents.add }).click()
    const form = consents.getByRole('form', { name: words.consents.add })
    for (const [field, text] of [
      ['purpose', marketing[locale]],
      ['method', words.choice('consent', 'method', 'onSite')],
    ] as const) {
      await form.getByRole('combobox', { name: words.field('consent', field) }).fill(text)
      await page.locator('.ant-select-item-option').filter({ hasText: text }).click()
    }
    await form.getByText(told[locale]).waitFor()
    const other = locale === 'zh' ? 'en' : 'zh'
    await form.getByRole('combobox', { name: words.field('consent', 'noticeLanguage') }).click()
    const language = words.choice('consent', 'noticeLanguage', other)
    await page.locator('.ant-select-item-option').filter({ hasText: language }).click()
    await form.getByText(told[other]).waitFor()
    const subject = '接收新茶短信'
    await form.getByLabel(words.field('consent', 'subject')).fill(subject)
    await page.keyboard.press('Enter')
    await consents.getByText(words.consents.state.inForce, { exact: true }).waitFor()
    await consents.getByText(`${fill(words.consents.version, { version: 1 })} · ${language}`).waitFor()
    expect(await barriers(page)).toEqual([])

    await go('/o/customers')
    await page.getByText(silent).waitFor()
    await choosePurpose(visit, marketing[locale])
    await page.getByText(silent).waitFor({ state: 'detached' })
    const customer = words.name('customer')
    await page
      .getByRole('link', { name: fill(words.action.createNamed, { name: customer }) })
      .waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: words.action.import }).count()).toBe(0)
    await page.getByRole('link', { name }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '合同' }).first().click()
    await page.getByRole('button', { name: '合同.txt' }).click()
    expect((await coming).suggestedFilename()).toBe('合同.txt')
    await expect.poll(() => lastPurpose(locale, 'download')).toBe('marketing')

    await page.keyboard.press('Escape')
    await consents.getByText(words.consents.allChannels).waitFor()
    const withdraw = consents.getByRole('button', { name: fill(words.consents.withdraw, { subject }) })
    await withdraw.click()
    await consents.getByRole('combobox', { name: words.field('consent', 'withdrawnChannels') }).click()
    const visits = words.choice('consent', 'channels', 'visit')
    await page.locator('.ant-select-item-option').filter({ hasText: visits }).click()
    await consents.getByLabel(words.field('consent', 'withdrawnHow')).fill('来访时说明')
    await page.keyboard.press('Enter')
    await consents.getByText(fill(words.consents.channelsWithdrawn, { channels: visits })).waitFor()
    expectRefusal(404)
    await withdraw.click()
    await consents.getByLabel(words.field('consent', 'withdrawnHow')).fill('电话')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words.error.notFound }).waitFor()
    await go('/o/customers')
    await page.getByText(fill(words.purpose.narrowed, { purpose: marketing[locale] })).waitFor()
    await page.getByRole('button', { name: words.purpose.leave }).click()
    await page.getByText(silent).waitFor()
    await page.getByRole('link', { name }).click()
    await consents.getByText(words.consents.state.withdrawn, { exact: true }).waitFor()
    await consents.getByText('电话').waitFor()
  })

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
  it('binds an API key to a purpose of use', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/account')
    await page.getByRole('button', { name: words.account.keyNew }).click()
    await page.getByLabel(words.account.keyName).fill('门店小程序')
    await page.getByRole('combobox', { name: words.account.keyPurpose }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: service[locale] }).click()
    await page.getByRole('button', { name: words.account.keyMake }).click()
    const key = await page.locator('.account-token code').innerText()
    await page.getByText(fill(words.account.keyBound, { purpose: service[locale] })).waitFor()
    expect(await barriers(page)).toEqual([])
    const answers = ['service', 'legal'].map(async (purpose) => {
      const headers = { authorization: `Bearer ${key}`, 'x-dossier-purpose': purpose }
      return (await fetch(`${stage.house.address}/api/customers`, { headers })).status
    })
    expect(await Promise.all(answers)).toEqual([200, 403])
  })
})
