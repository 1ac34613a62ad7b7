import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { callApi } from '#test/call-api'
import { readPdf } from '#test/read-pdf'
import { tabTo } from './keyboard.ts'
import { languages, useStage } from './stage.ts'
import type { Visit } from './visit.ts'
import { fill } from './words.ts'

const stage = useStage()

const customers = [
  { name: '重庆长江机械有限公司', tier: 'vip', phone: '13812345678' },
  { name: '成都青禾贸易有限公司', tier: 'vip', phone: '13900001111' },
  { name: '杭州云栖科技有限公司', tier: 'ordinary', phone: '057188889999' },
]
beforeAll(async () => {
  for (const body of customers) await callApi(stage.house, stage.house.heads.zh, { path: '/customers', body })
})

describe.each(languages('en'))('in %s', (locale) => {
  it('finds a customer by two characters, by the initials of its pinyin and by the end of its phone', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/o/customers')
    await page.getByRole('link', { name: '杭州云栖科技有限公司' }).waitFor()
    for (const term of ['长江', 'cqcj', '5678']) {
      await page.keyboard.press('/')
      await page.keyboard.type(term)
      const options = page.getByRole('listbox', { name: words.search.results }).getByRole('option')
      await expect.poll(() => options.count()).toBe(1)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '重庆长江机械有限公司', level: 1 }).waitFor()
      await page.goBack()
      await page.getByRole('link', { name: '杭州云栖科技有限公司' }).waitFor()
    }
    await page.getByLabel(words.list.search).fill('长江')
    await page.getByRole('link', { name: '杭州云栖科技有限公司' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: '重庆长江机械有限公司' }).waitFor()
  })

  it('keeps names in sight where the list is scrolled aside', async () => {
    const { page, words, go } = await stage.visit(locale)
    await page.setViewportSize({ width: 900, height: 900 })
    await go('/o/customers')
    const name = page.getByRole('link', { name: '杭州云栖科技有限公司' })
    const tier = page.getByRole('columnheader', { name: words.field('customer', 'tier') })
    const places = async () => [(await name.boundingBox())?.x, (await tier.boundingBox())?.x]
    await name.waitFor()
    const [nameAt, tierAt = 0] = await places()
    await name.hover()
    await page.mouse.wheel(120, 0)
    await expect.poll(places).toEqual([nameAt, tierAt - 120])
  })

  it('copies the chosen rows as a table, prints the list and a file, and puts nothing else on paper', async () => {
    const { page, words, go } = await stage.visit(locale)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    // A browser without a window is done with printing at once, and the sheet would be gone before anybody looks.
    await page.addInitScript('window.print = () => undefined')
    const shown = (selector: string) => page.locator(selector).isVisible()
    const acts = async () => {
      const query = `/audit-events?action=print&actor=${stage.house.heads[locale].id}`
      return (
        await callApi<{ items: { records: number }[] }>(stage.house, stage.house.heads.zh, {
          method: 'GET',
          path: query,
        })
      ).items
    }
    await go(`/o/customers?sort=name`)
    await page.getByRole('link', { name: '杭州云栖科技有限公司' }).waitFor()
    for (const row of [0, 1]) await page.locator('.grid-body').getByRole('checkbox').nth(row).check()
    await page.getByRole('toolbar').getByRole('button', { name: words.print.copy }).click()
    await page.getByText(fill(words.print.copied, { count: 2 })).waitFor()
    const [head, first] = String(await page.evaluate('navigator.clipboard.readText()')).split('\n')
    expect(head?.split('\t')[0]).toBe(words.field('customer', 'name'))
    expect(first?.split('\t')[0]).toBe('成都青禾贸易有限公司')
    expect((await acts()).map(({ records }) => records)).toEqual([2])

    await page.emulateMedia({ media: 'print' })
    expect([await shown('#root'), await shown('.print-sheet')]).toEqual([false, false])
    await page.keyboard.press('Control+p')
    await page.locator('.print-sheet td', { hasText: '重庆长江机械有限公司' }).waitFor()
    expect(await shown('#root')).toBe(false)
    const printed = (await page.locator('.print-sheet tr').count()) - 1
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: '杭州云栖科技有限公司' }).click()
    await page.locator('.file-actions').getByRole('button', { name: words.shell.more }).click()
    await page.getByRole('menuitem', { name: words.print.print }).click()
    await page.locator('html[data-print="file"]').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect([await shown('.file-title'), await shown('.sidebar'), await shown('.file-life')]).toEqual([
      true,
      false,
      false,
    ])
    expect((await acts()).map(({ records }) => records)).toEqual([1, printed, 2])
    await page.emulateMedia({ media: null })
  })

  it('shows the files as a catalogue, class by class in the order of their numbers, and prints it', async () => {
    const { page, words, go } = await stage.visit(locale)
    await page.addInitScript('window.print = () => undefined')
    const names = () => page.locator('[data-field="name"] a .truncate').allInnerTexts()
    await go('/o/customers')
    await page.getByRole('navigation').getByRole('link', { name: words.catalogue.title }).click()
    await page.getByRole('heading', { name: words.catalogue.title }).waitFor()
    await page.getByRole('combobox', { name: words.catalogue.by }).click()
    await page.locator('.ant-select-item-option').getByText(words.field('customer', 'tier'), { exact: true }).click()
    const ofClass = (code: string) =>
      page.getByRole('button', { name: new RegExp(`^${words.choice('customer', 'tier', code)}\\s*\\d+$`) })
    await expect.poll(() => ofClass('vip').innerText()).toContain('2')
    expect(await page.locator('.navigation-link[aria-current="page"]').allInnerTexts()).toEqual([words.catalogue.title])
    await page.keyboard.press('Control+p')
    await page.locator('.print-class').nth(1).waitFor({ state: 'attached' })
    const [first] = await page.locator('.print-sheet tbody').allTextContents()
    expect(first).toMatch(new RegExp(`^${words.choice('customer', 'tier', 'vip')} · 2`))
    expect(await page.locator('.print-sheet h1').textContent()).toBe(words.catalogue.title)

    await ofClass('vip').click()
    await expect.poll(names).toEqual(['重庆长江机械有限公司', '成都青禾贸易有限公司'])
    expect(new URL(page.url()).searchParams.get('class')).toBe('vip')
  })

  it('prints labels of the chosen files, from the first free place of a sheet', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/o/customers?catalogue=tier')
    const row = (name: string) => page.getByRole('checkbox', { name: fill(words.list.select, { title: name }) })
    for (const { name } of customers.slice(1)) await row(name).check()
    await page.getByRole('toolbar').getByRole('button', { name: words.labels.action }).click()
    await page.getByRole('radio', { name: words.labels.sheets['2x7'] }).check()
    await page.getByRole('button', { name: fill(words.labels.place, { place: 14 }) }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: words.labels.make }).click()
    const pages = readPdf(await readFile(await (await coming).path()))
    expect(pages.map(({ codes }) => codes.length)).toEqual([1, 1])
    expect(pages.map(({ texts }) => texts.join('')).join()).toMatch(/COM-0-0,.*杭州云栖科技有限公司/)
    await page.getByText(words.labels.made).waitFor()
  })

  it('says beside each choice of a filter how many there are among what meets the other conditions', async () => {
    const { page, words, go } = await stage.visit(locale)
    const counts = async () => {
      const options = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      const tiers = ['vip', 'ordinary'].map((tier) => words.choice('customer', 'tier', tier))
      return Promise.all(tiers.map((tier) => options.filter({ hasText: tier }).locator('.meta').innerText()))
    }
    await go('/o/customers')
    await page.getByRole('button', { name: words.filter.add, exact: true }).click()
    // Of a day most people ask since when.
    await page.getByRole('combobox', { name: words.filter.field }).fill(words.field('customer', 'lastFollowedUp'))
    await page.keyboard.press('Enter')
    await page.locator('.filter-editor').getByText(words.filter.time.gte, { exact: true }).waitFor()
    await page.getByRole('combobox', { name: words.filter.field }).fill(words.field('customer', 'tier'))
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: words.filter.value }).click()
    await expect.poll(counts).toEqual(['2', '1'])
    await go(
      `/o/customers?where=${encodeURIComponent(JSON.stringify({ name: { contains: '青禾' }, tier: { in: ['ordinary'] } }))}`,
    )
    const name = fill(words.filter.change, { name: words.field('customer', 'tier') })
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('combobox', { name: words.filter.value }).click()
    await expect.poll(counts).toEqual(['1', '0'])
  })

  it('filters and sorts, opens a file, changes a field in place, sees it in the history and takes it back', async () => {
    const { page, words, go } = await stage.visit(locale)
    const row = page.getByRole('grid').getByRole('row')
    await go('/o/customers')
    await page.getByRole('button', { name: words.filter.add, exact: true }).click()
    await page.getByRole('combobox', { name: words.filter.field }).fill(words.field('customer', 'tier'))
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: words.filter.value }).click()
    await page
      .locator('.ant-select-item-option')
      .getByText(words.choice('customer', 'tier', 'vip'), { exact: true })
      .click()
    // The list of values stays open for more of them.
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: words.filter.apply }).click()
    await expect.poll(() => row.count()).toBe(3)

    // One editor closes before the next opens: both would have the same labels.
    const editor = page.locator('.filter-popover')
    await editor.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: words.filter.addOr }).click()
    await page.getByRole('combobox', { name: words.filter.field }).fill(words.field('customer', 'name'))
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: words.filter.value }).fill('云栖')
    await page.keyboard.press('Enter')
    await expect.poll(() => row.count()).toBe(4)
    const group = page.getByRole('group', { name: words.filter.anyOf })
    await editor.waitFor({ state: 'detached' })
    await group.getByRole('button', { name: words.filter.addAnd }).first().click()
    await page.getByRole('combobox', { name: words.filter.field }).fill(words.field('customer', 'name'))
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: words.filter.value }).fill('青禾')
    await page.keyboard.press('Enter')
    await expect.poll(() => row.count()).toBe(3)
    await page.reload()
    await expect.poll(() => row.count()).toBe(3)
    await group
      .getByRole('button', { name: fill(words.filter.removeNamed, { name: words.field('customer', 'name') }) })
      .first()
      .click()
    await expect.poll(() => row.count()).toBe(4)
    await page.getByRole('button', { name: words.field('customer', 'name'), exact: true }).click()
    await expect.poll(() => row.nth(1).innerText()).toContain('成都青禾')

    await page.getByRole('link', { name: '成都青禾贸易有限公司' }).click()
    const shortName = words.field('customer', 'shortName')
    await page
      .getByRole('button', { name: fill(words.file.showEmpty, { count: '' }).trim().split(' ')[0] })
      .first()
      .click()
    const edit = page.getByRole('button', { name: fill(words.file.editField, { name: shortName }) })
    await edit.click()
    await page.getByRole('textbox', { name: shortName }).fill(`青禾${locale}`)
    await page.keyboard.press('Enter')
    await page.locator('.file-facts').getByText(`青禾${locale}`).waitFor()

    await page.getByRole('button', { name: words.shell.more, exact: true }).click()
    await page.getByRole('menuitem', { name: words.file.history }).click()
    const history = page.getByRole('dialog', { name: words.file.history })
    await history.getByText(`青禾${locale}`).first().waitFor()
    await history.getByRole('tab', { name: words.history.compare }).click()
    const difference = history.getByRole('row', { name: shortName })
    await expect.poll(() => difference.getByRole('cell').nth(1).innerText()).toBe(`青禾${locale}`)
    await difference.getByRole('button', { name: fill(words.history.restoreOlder, { name: shortName }) }).click()
    await page.locator('.file-facts').getByText(`青禾${locale}`).waitFor({ state: 'detached' })
    await history.getByRole('button', { name: words.action.close }).click()
  })

  it('changes a value in its row, by keyboard and by the pencil', async () => {
    const { page, words, go } = await stage.visit(locale)
    const shortName = words.field('customer', 'shortName')
    const cell = page.getByRole('grid').getByRole('gridcell').filter({ hasText: '云栖一号' })
    await go('/o/customers?columns=["shortName"]&search=云栖')
    await page.getByRole('link', { name: '杭州云栖科技有限公司' }).waitFor()
    await page.keyboard.press('j')
    await page.getByRole('grid').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'F2']) await page.keyboard.press(key)
    await page.getByRole('textbox', { name: shortName }).fill('云栖一号')
    await page.keyboard.press('Enter')
    await cell.waitFor()
    await expect.poll(() => page.locator('[role="grid"]:focus').count()).toBe(1)

    await cell.hover()
    await page.getByRole('button', { name: fill(words.list.editCell, { name: shortName }) }).click()
    await page.getByRole('textbox', { name: shortName }).fill('')
    await page.keyboard.press('Enter')
    await cell.waitFor({ state: 'detached' })
    await page.locator('[data-field="name"]').getByRole('link').waitFor()
  })

  it('deletes a file, takes that back, deletes it again and restores it from the recycle bin', async () => {
    const name = `临时客户${locale}有限公司`
    await callApi(stage.house, stage.house.heads[locale], { path: '/customers', body: { name } })
    const { page, words, go } = await stage.visit(locale)
    const remove = async () => {
      await page.getByRole('checkbox', { name: fill(words.list.select, { title: name }) }).check()
      await page.getByRole('toolbar').getByRole('button', { name: words.action.delete }).click()
      await page.getByRole('dialog').getByRole('button', { name: words.action.delete }).click()
      await page.getByRole('link', { name }).waitFor({ state: 'detached' })
    }
    await go('/o/customers')
    await remove()
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await page.getByRole('link', { name }).waitFor()
    await remove()

    await page.getByRole('button', { name: words.list.bin }).click()
    await page.getByRole('heading', { name: fill(words.list.binTitle, { name: words.names('customer') }) }).waitFor()
    await page.getByRole('checkbox', { name: fill(words.list.select, { title: name }) }).check()
    await page.getByRole('toolbar').getByRole('button', { name: words.action.restore }).click()
    await page.getByText(words.list.binEmpty).waitFor()
    await go('/o/customers')
    await page.getByRole('link', { name }).waitFor()
  })

  it('opens what lies in the recycle bin and takes it out there, by keyboard and on a phone', async () => {
    const name = `回收${locale}有限公司`
    const { id } = await callApi(stage.house, stage.house.heads[locale], { path: '/customers', body: { name } })
    const remove = () =>
      callApi(stage.house, stage.house.heads[locale], { path: '/customers/bulk-deletions', body: { ids: [id] } })
    const isLive = async ({ page, words }: Visit) => {
      await page.getByRole('button', { name: words.action.restore }).waitFor({ state: 'detached' })
      await page.getByRole('link', { name: words.action.edit }).waitFor()
      expect(new URL(page.url()).search).toBe('')
    }

    await remove()
    const desk = await stage.visit(locale)
    await desk.go('/o/customers?deleted=true')
    await desk.page.getByRole('link', { name }).waitFor()
    await desk.page.getByRole('grid').focus()
    await desk.page.keyboard.press('j')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('heading', { name, level: 1 }).waitFor()
    await tabTo(desk.page, desk.words.action.restore)
    await desk.page.keyboard.press('Enter')
    await isLive(desk)
    await desk.page.goto('about:blank')

    await remove()
    const phone = await stage.visit(locale, { width: 390 })
    await phone.go('/o/customers?deleted=true')
    await phone.page.getByRole('link', { name }).click()
    await phone.page.getByRole('heading', { name, level: 1 }).waitFor()
    await phone.page.getByRole('button', { name: phone.words.action.restore }).click()
    await isLive(phone)
  })
})
