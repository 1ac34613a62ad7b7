import { describe, expect, it, onTestFinished } from 'vitest'
import { openHouseWithPages, password } from '#test/house-with-pages'
import { languages, useStage } from './stage.ts'

const stage = useStage()

describe.each(languages('en'))('in %s', (locale) => {
  it('sets the company up from the printed link, arrives at its first day, and has the recovery sheets kept', async () => {
    const house = await openHouseWithPages()
    onTestFinished(() => house.close())
    const { page, words, go, expectRefusal } = await stage.visit(locale, { address: house.address, as: undefined })
    await go(house.setupLink)
    await page.getByRole('textbox', { name: words.setup.company }).fill('青禾贸易有限公司')
    await page.getByLabel(words.setup.name).fill('陈静')
    await page.getByLabel(words.setup.login).fill('chen')
    await page.getByLabel(words.setup.password, { exact: true }).fill(password)
    await page.getByRole('button', { name: words.setup.begin }).click()
    await page.getByText(words.today.none.changed).waitFor()
    expect(await page.locator('.brand').innerText()).toContain('青禾贸易有限公司')

    await page.getByText(words.shell.sheetsToShow).waitFor()
    await page.getByRole('link', { name: words.shell.toKeys }).click()
    await page.getByRole('button', { name: words.keys.showSheets }).click()
    await page.locator('.keys-sheets figure').nth(1).waitFor()
    await page.getByText(words.shell.sheetsToKeep).waitFor()
    await page.getByRole('button', { name: words.keys.sheetsKept }).click()
    await page.getByText(words.shell.sheetsToKeep).waitFor({ state: 'detached' })

    expectRefusal(409)
    await go(house.setupLink)
    await page.getByText(words.setup.done).waitFor()
  })

  it('refuses a wrong password, lets the right one in and back to where one was going, and signs out', async () => {
    const { page, words, go, expectRefusal } = await stage.visit(locale, { as: undefined })
    expectRefusal(401)
    await go('/o/contacts')
    await page.getByLabel(words.signIn.login).fill('zhang')
    await page.getByLabel(words.signIn.password, { exact: true }).fill('a-wrong-password')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.getByLabel(words.signIn.password, { exact: true }).fill(password)
    await page.getByRole('button', { name: words.signIn.enter }).click()
    // The account's own language is Chinese, whatever the device speaks.
    await page.getByRole('heading', { name: '联系人', level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/o/contacts')

    await page.getByRole('button', { name: '张伟' }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.waitForURL('**/sign-in')
    await go('/o/customers')
    await page.waitForURL('**/sign-in?back=*')
  })

  it('changes language and theme, and both stay', async () => {
    const { page, words, go } = await stage.visit(locale)
    const root = page.locator('html')
    await go('/o/customers')
    await page.getByRole('heading', { name: words.names('customer'), level: 1 }).waitFor()
    await page.locator('.user-button').click()
    await page.getByRole('menuitem', { name: words.theme.dark }).click()
    await expect.poll(() => root.getAttribute('data-theme')).toBe('dark')

    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH')
    const again = page.waitForResponse((response) => response.url().endsWith('/api/definitions'))
    await page.getByRole('button', { name: words.shell.otherLanguage }).click()
    await saved
    await again
    const other = { zh: 'Customers', en: '客户' }[locale]
    await page.getByRole('heading', { name: other, level: 1, exact: true }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: other, level: 1, exact: true }).waitFor()
    expect(await root.getAttribute('data-theme')).toBe('dark')
    expect(await root.getAttribute('lang')).toBe({ zh: 'en', en: 'zh-CN' }[locale])
  })
})
