import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import type { Locale } from '#shared/label'
import { callApi } from '#test/call-api'
import { focusName } from './keyboard.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()
const phone = '13800138000'
const email = 'lin.yue@example.com'

/** A file of the clerk's own, with a contact. */
async function makeFile(locale: Locale, name: string): Promise<string> {
  const clerk = stage.house.clerks[locale]
  const { id } = await callApi(stage.house, clerk, { path: '/customers', body: { name: name + locale, phone, email } })
  await callApi(stage.house, clerk, { path: '/contacts', body: { customer: id, name: '林悦', phone: '13900139000' } })
  return id
}

// Copied, spoken or kept, a number is the same without its spaces.
const everything = `document.documentElement.outerHTML + JSON.stringify([{ ...localStorage }, { ...sessionStorage }])`
const digitsOn = async (page: Page): Promise<string> => (await page.evaluate<string>(everything)).replaceAll(' ', '')

describe.each(languages('zh'))('in %s', (locale) => {
  it('shows a clerk a number for a minute, for a reason, by keyboard alone', async () => {
    const id = await makeFile(locale, '听松书画')
    const { page, words, go } = await stage.visit(locale, { as: stage.house.clerks[locale] })
    await page.clock.install()
    await go(`/o/customers/${id}`)
    const section = page.locator('.file-section').filter({ hasText: words.field('customer', 'email') })
    const name = words.field('customer', 'phone')
    await section.getByText('138****8000').waitFor()
    await section.getByRole('img', { name: fill(words.mask.named, { name }) }).waitFor()
    const button = section.getByRole('button', { name: fill(words.reveal.showNamed, { name }), exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => focusName(page)).toBe(words.reveal.reason.callBack)
    await page.keyboard.press('Escape')
    await expect.poll(() => focusName(page)).toBe(fill(words.reveal.showNamed, { name }))
    await page.keyboard.press('Enter')
    await expect.poll(() => focusName(page)).toBe(words.reveal.reason.callBack)
    expect(await digitsOn(page)).not.toContain(phone)
    await page.keyboard.press('Enter')
    await section.getByText('138 0013 8000').waitFor()
    await expect.poll(() => focusName(page)).toBe(fill(words.reveal.hideNamed, { name }))
    await page.clock.fastForward(50_000)
    await section.getByText('138 0013 8000').waitFor()
    await page.clock.fastForward(11_000)
    await section.getByText('138****8000').waitFor()
    expect(await digitsOn(page)).not.toContain(phone)
    const trail = await stage.house.kernel.db.rows(
      sql`select reason from audit_event where action = 'reveal' and record = ${id}::uuid`,
    )
    expect(trail).toEqual([{ reason: words.reveal.reason.callBack }])
  })

  it('calls and writes without a number or an address on the page', async () => {
    const id = await makeFile(locale, '临川医械')
    const { page, words, go } = await stage.visit(locale, { as: stage.house.clerks[locale] })
    await page.addInitScript(
      'HTMLAnchorElement.prototype.click = function () { (window.followed ??= []).push(this.href) }',
    )
    await go(`/o/customers/${id}`)
    const use = (way: 'dial' | 'mail', object: string, field: string) =>
      page
        .locator(object === 'contact' ? '.child' : '.file-section')
        .getByRole('button', { name: fill(words.reveal.useNamed[way], { name: words.field(object, field) }) })
        .click()
    const followed = [`tel:+86${phone}`, `mailto:${email}`, 'tel:+8613900139000']
    const soFar = () => expect.poll(() => page.evaluate<string[]>('window.followed ?? []'))
    await use('dial', 'customer', 'phone')
    await soFar().toEqual(followed.slice(0, 1))
    await use('mail', 'customer', 'email')
    await soFar().toEqual(followed.slice(0, 2))
    await use('dial', 'contact', 'phone')
    await soFar().toEqual(followed)
    const seen = await digitsOn(page)
    for (const value of [phone, email, '13900139000']) expect(seen).not.toContain(value)
  })

  it('leaves masked values of a form as they are, and replaces the one that is typed', async () => {
    const id = await makeFile(locale, '汀兰茶社')
    const { page, words, go } = await stage.visit(locale, { as: stage.house.clerks[locale] })
    await go(`/o/customers/${id}/edit`)
    const form = page.getByRole('dialog')
    const input = form.getByRole('textbox', { name: words.field('customer', 'phone') })
    expect(await input.getAttribute('placeholder')).toBe('138****8000')
    expect(await input.inputValue()).toBe('')
    await form.getByText(words.mask.untouched).first().waitFor()
    await input.fill('13700137001')
    await page.keyboard.press('Control+Enter')
    await form.waitFor({ state: 'detached' })
    await page.locator('.file-section').getByText('137****7001').waitFor()
    const saved = await callApi(stage.house, stage.house.heads.zh, { method: 'GET', path: `/customers/${id}` })
    expect(saved).toMatchObject({ phone: '+8613700137001', email })
  })
})
