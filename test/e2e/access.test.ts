import { describe, expect, it } from 'vitest'
import { callApi } from '#test/call-api'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()

describe.each(languages('zh'))('in %s', (locale) => {
  it('tells who sees a file and why, and what a person reaches', async () => {
    const clerk = stage.house.clerks[locale]
    const { id } = await callApi(stage.house, clerk, { path: '/customers', body: { name: `鹤鸣纸业${locale}` } })
    const { page, words, go } = await stage.visit(locale)
    const choose = async (name: string) => {
      await page.getByRole('button', { name: words.shell.more, exact: true }).first().click()
      await page.getByRole('menuitem', { name }).click()
    }
    await go(`/o/customers/${id}`)
    await choose(words.access.seers)
    const seers = page.getByRole('dialog', { name: words.access.seers }).getByRole('listitem')
    await seers.filter({ hasText: words.access.ground.person }).waitFor()
    expect(await seers.filter({ hasText: words.access.ground.person }).count()).toBe(1)
    // The founder and the two heads see all; the other clerk is not among them.
    expect(await seers.filter({ hasText: words.access.ground.all }).count()).toBe(3)
    expect(await seers.count()).toBe(4)
    await go(`/o/users/${clerk.id}`)
    await choose(words.access.reach)
    const reach = page.getByRole('dialog', { name: words.access.reach })
    await reach.getByText(fill(words.access.clearance, { level: words.access.level.important })).waitFor()
    const customers = reach
      .getByRole('listitem')
      .filter({ hasText: words.name('customer') })
      .first()
    expect(await customers.innerText()).toContain('1')
    await customers.getByText(words.access.right.reveal).waitFor()
    expect(await customers.getByText(words.access.right.export).count()).toBe(0)
  })
})
