import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import { callApi } from '#test/call-api'
import { languages, useStage } from './stage.ts'
import { fill, type Words } from './words.ts'

const names = ['甲木贸易有限公司', '乙火科技有限公司']
const inSidebar = (page: Page) => page.locator('.favourites .navigation-link')
const star = (page: Page, words: Words) =>
  page.locator('main').getByRole('button', { name: words.favourite.star, exact: true })

describe.each(languages('zh'))('in %s', (locale) => {
  // A house for each language: what one shares would stand in the other's lists too.
  const stage = useStage()
  const ids: string[] = []
  beforeAll(async () => {
    for (const name of names) {
      const body = { name, tier: name.startsWith('甲') ? 'vip' : 'ordinary' }
      ids.push((await callApi<{ id: string }>(stage.house, stage.house.heads.zh, { path: '/customers', body })).id)
    }
  })

  it('keeps files, views and pages at hand, in an order of one’s own, and lets them go', async () => {
    const { page, words, go } = await stage.visit(locale)
    for (const [at, name] of names.entries()) {
      await go(`/o/customers/${ids[at]}`)
      await star(page, words).click()
      await inSidebar(page).filter({ hasText: name }).waitFor()
    }
    // Before the page knows what is starred, it could neither tell of this one nor place it behind the others.
    const listed = Promise.withResolvers<void>()
    await page.route('**/api/favourites?*', async (route) => {
      await listed.promise
      await route.continue()
    })
    await go('/today')
    await star(page, words).waitFor()
    expect(await star(page, words).isDisabled()).toBe(true)
    listed.resolve()
    await star(page, words).click()
    await expect.poll(() => inSidebar(page).allInnerTexts()).toEqual([...names, words.today.title])
    expect(await star(page, words).getAttribute('aria-pressed')).toBe('true')

    const [first, , third] = [inSidebar(page).nth(0), inSidebar(page).nth(1), inSidebar(page).nth(2)]
    await third.press('Alt+ArrowUp')
    await expect.poll(() => inSidebar(page).allInnerTexts()).toEqual([names[0], words.today.title, names[1]])
    expect(await page.evaluate('document.activeElement.innerText')).toBe(words.today.title)
    const [from, to] = [await first.boundingBox(), await third.boundingBox()]
    if (!from || !to) throw new Error('The favourites are not there.')
    await page.mouse.move(from.x + 30, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 30, to.y + 12, { steps: 6 })
    await page.mouse.up()
    const order = [words.today.title, names[1], names[0]]
    await expect.poll(() => inSidebar(page).allInnerTexts()).toEqual(order)
    await page.reload()
    await expect.poll(() => inSidebar(page).allInnerTexts()).toEqual(order)

    await page.keyboard.press('Control+k')
    const options = page.getByRole('option')
    await expect.poll(async () => (await options.allInnerTexts()).slice(0, 3)).toEqual(order)
    await options.nth(1).click()
    await page.getByRole('heading', { name: names[1] }).waitFor()

    await star(page, words).click()
    await expect.poll(() => inSidebar(page).count()).toBe(2)
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await expect.poll(() => inSidebar(page).allInnerTexts()).toEqual(order)
    await inSidebar(page).first().click()
    await page.waitForURL('**/today')
    await callApi(stage.house, stage.house.heads[locale], { method: 'DELETE', path: `/customers/${ids[1]}` })
    await expect.poll(() => inSidebar(page).count()).toBe(2)
    await callApi(stage.house, stage.house.heads[locale], { path: `/customers/${ids[1]}/restoration` })

    const phone = await stage.visit(locale, { width: 390 })
    await phone.go('/today')
    await phone.page.getByRole('button', { name: words.shell.more }).click()
    await phone.page.getByRole('menuitem', { name: names[0] }).click()
    await phone.page.getByRole('heading', { name: names[0] }).waitFor()
  })

  it('folds the sections of the sidebar, and the sidebar to its icons, on this device', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/o/customers')
    const tasks = page.getByRole('navigation').getByRole('link', { name: words.names('task') })
    await tasks.waitFor()
    const heading = page.getByRole('button', { name: words.shell.section.work, exact: true })
    await heading.click()
    await tasks.waitFor({ state: 'detached' })
    await page.reload()
    expect(await heading.getAttribute('aria-expanded')).toBe('false')
    await heading.press('Enter')
    await tasks.waitFor()

    const width = async () => (await page.locator('.sidebar').boundingBox())?.width ?? 0
    const whole = await width()
    await page.getByRole('button', { name: words.shell.narrow }).waitFor()
    await page.keyboard.press('[')
    await expect.poll(width).toBeLessThan(whole / 2)
    expect(await tasks.getAttribute('title')).toBe(words.names('task'))
    await page.getByRole('button', { name: words.shell.widen }).click()
    await expect.poll(width).toBe(whole)

    const clerk = await stage.visit(locale, { as: stage.house.clerks[locale] })
    await clerk.go('/o/customers')
    await clerk.page.getByRole('button', { name: words.shell.section.work, exact: true }).waitFor()
    expect(await clerk.page.getByRole('button', { name: words.shell.section.settings }).count()).toBe(0)
  })

  it('begins a list with the view of one’s role, or with that of one’s own choice', async () => {
    const { heads, clerks } = stage.house
    const view = (name: string, tier: string, more = {}) =>
      callApi<{ id: string }>(stage.house, heads.zh, {
        path: '/saved-views',
        body: { name, object: 'customer', shared: true, settings: { where: { tier: { in: [tier] } } }, ...more },
      })
    await view('业务员先看', 'vip', { defaultFor: ['clerk'] })
    const other = await view('普通的', 'ordinary')
    const { page, words, go } = await stage.visit(locale, { as: clerks[locale] })
    const chosen = page.getByRole('tab', { selected: true })
    await go('/o/customers')
    await expect.poll(() => chosen.innerText()).toBe('业务员先看')
    expect(decodeURIComponent(page.url())).toContain('vip')
    await page.getByRole('tab', { name: words.view.all, exact: true }).click()
    await expect.poll(() => chosen.innerText()).toBe(words.view.all)

    await page.getByRole('tab', { name: '普通的' }).click()
    const begin = page.getByRole('button', { name: words.view.beginHere })
    await begin.click()
    await expect.poll(() => begin.getAttribute('aria-pressed')).toBe('true')
    await go('/o/customers')
    await expect.poll(() => chosen.innerText()).toBe('普通的')
    await begin.click()
    await page.getByText(words.view.beginsNoMore).waitFor()
    await go('/o/customers')
    await expect.poll(() => chosen.innerText()).toBe('业务员先看')
    await go(`/o/customers?view=${other.id}`)
    await expect.poll(() => decodeURIComponent(page.url())).toContain('ordinary')

    const head = await stage.visit(locale)
    await head.go('/o/customers')
    await head.page.getByRole('tab', { name: '普通的' }).click()
    await expect.poll(() => head.page.getByRole('tab', { selected: true }).innerText()).toBe('普通的')
  })

  it('shows a newcomer around, who leaves the tour and takes it up again elsewhere', async () => {
    const { heads, kernel } = stage.house
    await kernel.db.rows(sql`delete from own_setting where person = ${heads[locale].id}::uuid`)
    const { page, words, go } = await stage.visit(locale)
    const tour = page.getByRole('region', { name: words.tour.title })
    const progress = (at: number) => tour.getByText(fill(words.tour.progress, { at, count: 8 })).waitFor()
    const next = tour.getByRole('button', { name: words.tour.next })
    await go('/o/tasks')
    await progress(1)
    // Whoever wants to work is not kept from it.
    expect([await page.locator(':focus').count(), new URL(page.url()).pathname]).toEqual([0, '/o/tasks'])
    await page
      .getByRole('navigation')
      .getByRole('link', { name: words.names('product') })
      .click()
    await tour.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: words.help.title }).click()
    await page.getByRole('menuitem', { name: words.tour.resume }).click()
    await page.waitForURL('**/today')
    await next.click()
    await progress(2)
    await next.click()
    await page.waitForURL('**/o/customers*')
    await progress(3)
    await page.locator('.tour-ring').waitFor()
    await next.press('Escape')
    await tour.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('button', { name: words.help.title }).click()
    expect(await tour.count()).toBe(0)

    const phone = await stage.visit(locale, { width: 390 })
    const there = phone.page.getByRole('region', { name: words.tour.title })
    await phone.go('/today')
    await phone.page.locator('.user-button').click()
    await phone.page.getByRole('menuitem', { name: words.tour.resume }).click()
    await there.getByText(fill(words.tour.progress, { at: 3, count: 8 })).waitFor()
    for (let at = 3; at < 8; at++) await there.getByRole('button', { name: words.tour.next }).click()
    await there.getByRole('button', { name: words.tour.end }).click()
    await there.waitFor({ state: 'detached' })
    await phone.page.reload()
    await phone.page.locator('.user-button').waitFor()
    expect(await there.count()).toBe(0)
  })

  it('leaves who already types in a form where they are when its first field arrives later', async () => {
    const { page, words, go } = await stage.visit(locale)
    // As quick as nobody is: as soon as there is a box to type in.
    await page.addInitScript(`new MutationObserver(() => {
      const box = document.querySelector('.ant-drawer form #name')
      if (box && !window.wasFocused) box.focus()
      window.wasFocused = Boolean(box)
    }).observe(document, { childList: true, subtree: true })`)
    await go('/o/contacts')
    const title = fill(words.form.createTitle, { name: words.name('contact') })
    await page.getByRole('button', { name: title }).first().click()
    const sheet = page.getByRole('dialog', { name: title })
    await sheet.getByRole('combobox', { name: words.field('contact', 'customer') }).waitFor()
    await page.keyboard.type('沈欣然')
    const name = sheet.getByRole('textbox', { name: words.field('contact', 'name') }).first()
    expect(await name.inputValue()).toBe('沈欣然')
  })

  it('lists the keys that there are, by a key', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/today')
    await page.getByRole('button', { name: words.help.title }).waitFor()
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: words.help.shortcuts })
    await list.getByText('Ctrl', { exact: true }).first().waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
  })

  it('opens the guide at the chapter of the page, leads on within it, and turns to the other language in place', async () => {
    const { page, words, go } = await stage.visit(locale)
    const titles = { zh: ['列表', '客户档案', 'The customer file'], en: ['Lists', 'The customer file', '客户档案'] }[
      locale
    ]
    const [list = '', file = '', otherwise = ''] = titles
    const head = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
    await go('/o/customers')
    await page.getByRole('button', { name: words.help.title }).click()
    const toGuide = page.getByRole('menuitem', { name: words.help.guide })
    expect((await toGuide.boundingBox())?.height).toBeLessThan(50)
    await toGuide.click()
    await head(list).waitFor()
    const width = `document.querySelector('.guide-picture img')?.naturalWidth ?? 0`
    await expect.poll(() => page.evaluate<number>(width)).toBeGreaterThan(0)
    await page.getByRole('article').getByRole('link', { name: file }).last().click()
    await head(file).waitFor()
    await page.locator('.language-button').click()
    await head(otherwise).waitFor()
    expect(new URL(page.url()).pathname).toBe('/help/guide/file')
    await page.locator('.language-button').click()
    await head(file).waitFor()
  })
})
