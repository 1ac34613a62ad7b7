import { describe, expect, it } from 'vitest'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()

describe.each(languages('zh'))('in %s', (locale) => {
  it('tells at once of what others gave one, leads there, and marks it as read, and all of it with a way back', async () => {
    const { house } = stage
    const clerk = house.clerks[locale]
    const head = house.heads[locale]
    const give = (title: string) =>
      callApi<{ id: string }>(house, head, { path: '/tasks', body: { title, assignee: clerk.id } })
    const { page, words, go } = await stage.visit(locale, { as: clerk })
    const { notices, action } = words
    const bell = (count: number) =>
      page.getByRole('link', {
        name: count ? `${notices.title}: ${fill(notices.unread, { count })}` : notices.title,
        exact: true,
      })
    // What changes after the page was read and before its stream is open is not lost.
    const opening = Promise.withResolvers<void>()
    await page.route('**/api/events', async (route) => {
      await opening.promise
      await route.continue()
    })
    await go('/today')
    await bell(0).waitFor()
    const { id } = await give('核对报价')
    const told = () => callApi<ListWire>(house, clerk, { method: 'GET', path: '/notifications' })
    await expect.poll(async () => (await told()).items.length).toBe(1)
    opening.resolve()
    await bell(1).click()
    await page.waitForURL('**/notifications')
    await page
      .getByRole('main')
      .getByRole('link', { name: /核对报价/ })
      .focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/o/tasks/${id}`)
    await bell(0).waitFor()

    for (let at = 1; at <= 10; at++) await give(`整理样品 ${at}`)
    await bell(10).waitFor()
    // Two digits stand beside each other.
    expect((await page.locator('.bell-count').boundingBox())?.height).toBeLessThan(20)
    await bell(10).click()
    const unread = page.getByRole('tab', { name: notices.which.unread })
    await unread.click()
    await page.waitForURL('**/notifications?which=unread')
    const lines = page.getByRole('main').getByRole('listitem')
    await lines.nth(9).waitFor()
    expect(await lines.count()).toBe(10)
    await page.getByRole('button', { name: notices.readAll }).click()
    await page.getByRole('heading', { name: notices.none }).waitFor()
    await bell(0).waitFor()
    await page.getByRole('button', { name: action.undo, exact: true }).click()
    await bell(10).waitFor()
    await lines.nth(9).waitFor()
  })

  it('offers by @ those who may read the file, keeps whom one chooses, tells them at once and shows the name', async () => {
    const { house } = stage
    const [head, clerk] = [house.heads[locale], house.clerks[locale]]
    const [reader, stranger] = locale === 'zh' ? ['许晴', 'Oliver Grant'] : ['Oliver Grant', '许晴']
    const body = { name: '提及纸业', owner: clerk.id }
    const { id } = await callApi<{ id: string }>(house, head, { path: '/customers', body })
    const told = await stage.visit(locale, { as: clerk })
    await told.go('/notifications')
    const { page, words, go } = await stage.visit(locale, { as: head })
    await go(`/o/customers/${id}`)
    const composer = page.getByRole('region', { name: fill(words.composer.write, { name: words.name('follow_up') }) })
    const text = composer.getByRole('textbox', { name: words.field('follow_up', 'content') })
    await text.fill('报价已发，请')
    await text.press('End')
    await page.keyboard.type('@')
    const offered = page.locator('.ant-mentions-dropdown-menu-item')
    await offered.filter({ hasText: reader }).waitFor()
    expect(await offered.allInnerTexts()).not.toContainEqual(expect.stringContaining(stranger))
    await page.keyboard.type(locale === 'zh' ? 'xuq' : 'oliv')
    await expect.poll(() => offered.allInnerTexts()).toEqual([expect.stringContaining(reader)])
    await page.keyboard.press('Enter')
    await expect.poll(() => text.inputValue()).toBe(`报价已发，请 @${reader} `)
    await page.keyboard.type('回电')
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('listitem')
      .locator('b', { hasText: `@${reader}` })
      .waitFor()
    await told.page
      .getByRole('main')
      .getByRole('link', { name: /提及纸业/ })
      .first()
      .waitFor()
    const follow = await callApi<ListWire>(house, head, {
      method: 'GET',
      path: `/follow-ups?where={"customer":"${id}"}`,
    })
    expect(follow.items).toMatchObject([{ content: `报价已发，请 @${reader} 回电`, mentions: [clerk.id] }])
  })
})
