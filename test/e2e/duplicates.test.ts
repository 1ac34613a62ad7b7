import { describe, expect, it } from 'vitest'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { makeTwins } from '#test/twins'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()

describe.each(languages('zh'))('in %s', (locale) => {
  it('leads from what is alike to one file, chosen by keyboard, and back again', async () => {
    const { name, kept, joined, told } = await makeTwins(stage.house, locale)
    const { page, go, words, expectRefusal } = await stage.visit(locale)
    const t = words.alike
    await go('/today')
    await page.getByRole('link', { name: words.duplicates.title }).click()
    const group = page.locator('.duplicates-group').filter({ hasText: name })
    await group.getByText(fill(t.because, { field: words.field('customer', 'name') })).waitFor()
    expect(await barriers(page)).toEqual([])

    await group.getByRole('button', { name: t.notSame }).click()
    await group.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: t.undo, exact: true }).click()
    await group.getByRole('button', { name: t.merge }).click()

    await page.waitForURL('**/duplicates/customers/merge**')
    const remarks = page.getByRole('group', { name: words.field('customer', 'remarks') })
    await page.getByRole('group', { name: t.keep }).getByRole('radio').first().waitFor()
    await remarks.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => remarks.getByRole('radio').nth(1).isChecked()).toBe(true)
    await page.getByText(t.moves).waitFor()
    expect(await barriers(page)).toEqual([])
    // Word of the change may reach the page before its own answer: what is joined is gone by then.
    expectRefusal(404)
    await page.getByRole('button', { name: t.merge }).click()
    await page.getByRole('dialog').getByRole('button', { name: t.merge }).click()
    await page.waitForURL(`**/o/customers/${kept}`)
    await page.getByText(told.joined).first().waitFor()
    await page.getByText(told.contact).first().waitFor()

    await go(`/o/customers/${joined}`)
    await page.waitForURL(`**/o/customers/${kept}`)
    const merges = page.getByRole('region', { name: t.onFile })
    expect(await barriers(page)).toEqual([])
    await merges.getByRole('button', { name: t.undoMerge }).click()
    await page.getByRole('dialog').getByRole('button', { name: t.undoMerge }).click()
    await merges.waitFor({ state: 'detached' })
    await page.getByText(told.kept).first().waitFor()
    await go(`/o/customers/${joined}`)
    await page.getByText(told.contact).first().waitFor()
  })

  it('asks from the menu of a file with which other it is merged', async () => {
    const { name, kept } = await makeTwins(stage.house, locale)
    const { page, go, words } = await stage.visit(locale)
    await go(`/o/customers/${kept}`)
    await page.getByRole('button', { name: words.shell.more, exact: true }).click()
    await page.getByRole('menuitem', { name: words.duplicates.mergeWith }).click()
    const other = page.getByLabel(words.alike.withWhich)
    await other.fill(name)
    // What it is merged with is another one, never itself.
    const search = `/customers?search=${encodeURIComponent(name)}`
    const { total } = await callApi<ListWire>(stage.house, stage.house.heads[locale], { method: 'GET', path: search })
    const offered = page.locator('.ant-select-item-option').filter({ hasText: name })
    await expect.poll(() => offered.count()).toBe(total - 1)
    expect(await barriers(page)).toEqual([])
  })

  it('sends a merge that a rule holds for approval, and shows whoever decides what goes where', async () => {
    const { house } = stage
    const { name, kept, joined, told } = await makeTwins(house, locale)
    const otherLocale = locale === 'zh' ? 'en' : 'zh'
    const other = house.heads[otherLocale]
    // It binds these alone: to end a rule takes two people.
    const rule = {
      object: 'customer',
      name: '删除、修改须审批',
      operations: ['delete', 'update'],
      superior: false,
      people: [other.id],
      when: { name },
    }
    await callApi(house, other, { path: '/approval-rules', body: rule })
    const { page, go, words, expectRefusal } = await stage.visit(locale)
    const t = words.alike
    expectRefusal(422)
    await go(`/duplicates/customers/merge?ids=${encodeURIComponent(JSON.stringify([kept, joined]))}`)
    const remarks = page.getByRole('group', { name: words.field('customer', 'remarks') })
    // It is chosen once the server has said what the merge would do then.
    await remarks.getByRole('radio').nth(1).click()
    await expect.poll(() => remarks.getByRole('radio').nth(1).isChecked()).toBe(true)
    // Nothing is lost by asking: no question stands before it but the one for the grounds.
    await page.getByText(t.waits).waitFor()
    await page.getByRole('button', { name: t.askMerge, exact: true }).click()
    const asked = page.getByRole('dialog', { name: words.requests.grounds.title })
    await asked.getByRole('textbox', { name: words.field('change_request', 'grounds') }).fill('同一家公司')
    expect(await barriers(page)).toEqual([])
    await asked.getByRole('button', { name: words.requests.grounds.send }).click()
    await page.getByRole('status').getByText(words.proposal.waits).waitFor()
    await page.waitForURL(`**/o/customers/${kept}`)
    // What would stand is marked on the file, and what stands goes on to hold.
    await page.locator('.pending-value').getByText(told.joined).waitFor()
    await page.getByText(told.kept).first().waitFor()
    await page.getByRole('button', { name: words.proposal.show, exact: true }).click()
    await page.getByText(words.proposal.own).waitFor()
    const request = new URL(page.url()).pathname

    // Whoever decides reads the other language.
    const theirs = await stage.visit(otherLocale)
    const said = theirs.words
    // The address of what was joined leads on by such a refusal.
    theirs.expectRefusal(404)
    await theirs.go(request)
    const merge = said.requests.merge
    // Both have one name: their numbers tell which goes into which.
    const numberOf = async (id: string) =>
      String((await callApi(house, other, { method: 'GET', path: `/customers/${id}` })).archiveNumber)
    const [stays, goes] = [await numberOf(kept), await numberOf(joined)]
    const called = { joined: `${name} ${goes}`, kept: `${name} ${stays}` }
    await theirs.page.getByText(fill(merge.into, called)).waitFor()
    const taken = theirs.page.getByRole('row', { name: said.field('customer', 'remarks') })
    await taken.getByText(told.joined).waitFor()
    await taken.getByText(goes).waitFor()
    await theirs.page.getByRole('columnheader', { name: merge.from }).waitFor()
    await theirs.page
      .getByText(said.choice('change_request', 'operation', 'merge'), { exact: true })
      .first()
      .waitFor()
    expect(await barriers(theirs.page)).toEqual([])
    await theirs.page.getByRole('button', { name: said.proposal.verdict.approve }).click()
    await theirs.page.getByRole('status').getByText(said.proposal.done.approve).waitFor()
    await theirs.go(`/o/customers/${joined}`)
    await theirs.page.waitForURL(`**/o/customers/${kept}`)
    await theirs.page.getByText(told.joined).first().waitFor()
    await theirs.page.getByText(told.contact).first().waitFor()

    // It is taken back at once, but for what stood before on the file that was kept.
    await go(`/o/customers/${kept}`)
    const merges = page.getByRole('region', { name: t.onFile })
    await merges.getByRole('button', { name: t.undoMerge }).click()
    await page.getByRole('dialog').getByRole('button', { name: t.undoMerge }).click()
    await asked.getByRole('textbox', { name: words.field('change_request', 'grounds') }).fill('并错了')
    await asked.getByRole('button', { name: words.requests.grounds.send }).click()
    await page.getByRole('status').getByText(t.undone).waitFor()
    await page.getByRole('status').getByText(words.proposal.waits).waitFor()
    await merges.waitFor({ state: 'detached' })
    await page.locator('.pending-value').getByText(told.kept).waitFor()
    await go(`/o/customers/${joined}`)
    await page.getByText(told.contact).first().waitFor()
  })
})
