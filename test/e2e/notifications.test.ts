import { describe, expect, it } from 'vitest'
import { callApi } from '#test/call-api'
import { languages, useStage } from './stage.ts'

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
        name: count ? `${notices.title}: ${notices.unread.replace('{{count}}', String(count))}` : notices.title,
        exact: true,
      })
    await go('/today')
    await bell(0).waitFor()
    const { id } = await give('核对报价')
    await bell(1).click()
    await page.waitForURL('**/notifications')
    await page
      .getByRole('main')
      .getByRole('link', { name: /核对报价/ })
      .focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/o/tasks/${id}`)
    await bell(0).waitFor()

    await give('整理样品')
    await give('约见客户')
    await bell(2).click()
    const unread = page.getByRole('tab', { name: notices.which.unread })
    await unread.click()
    await page.waitForURL('**/notifications?which=unread')
    const lines = page.getByRole('main').getByRole('listitem')
    await lines.nth(1).waitFor()
    expect(await lines.count()).toBe(2)
    await page.getByRole('button', { name: notices.readAll }).click()
    await page.getByRole('heading', { name: notices.none }).waitFor()
    await bell(0).waitFor()
    await page.getByRole('button', { name: action.undo, exact: true }).click()
    await bell(2).waitFor()
    await lines.nth(1).waitFor()
  })
})
