import { beforeAll, describe, expect, it } from 'vitest'
import { callApi } from '#test/call-api'
import { languages, useStage } from './stage.ts'
import { today } from './visit.ts'
import { fill } from './words.ts'

const customers = [
  { name: '甲木贸易有限公司', tier: 'vip', region: '330106' },
  { name: '乙火科技有限公司', tier: 'vip', region: '110105' },
  { name: '丙土机械有限公司', tier: 'ordinary', region: '110105' },
]

describe.each(languages('zh'))('in %s', (locale) => {
  // A house for each language: a journey counts what its list holds, which the same journey before it has changed.
  const stage = useStage()
  beforeAll(async () => {
    for (const body of customers) await callApi(stage.house, stage.house.heads.zh, { path: '/customers', body })
  })

  it('keeps a list as somebody likes to see it, changes it, takes that back, shares it and lets it go', async () => {
    const { page, words, go } = await stage.visit(locale)
    const tab = (name: string) => page.getByRole('tab', { name, exact: true })
    const rows = page.locator('.grid-body .grid-row')
    const headings = () => page.getByRole('columnheader').allInnerTexts()
    await go('/o/customers?where={"tier":{"in":["vip"]}}')
    await expect.poll(() => rows.count()).toBe(2)

    await page.getByRole('button', { name: words.view.columns, exact: true }).click()
    const inPicker = page.locator('.column-picker')
    // What is chosen stands in the address, and shows once that has changed.
    const choose = async (name: string, isChosen: boolean) => {
      const box = inPicker.getByRole('checkbox', { name })
      await box.click()
      await expect.poll(() => box.isChecked()).toBe(isChosen)
    }
    await choose(words.field('customer', 'industry'), false)
    await choose(words.field('customer', 'source'), true)
    const freeze = words.view.freeze.replace('{{name}}', words.field('customer', 'archiveNumber'))
    await inPicker.getByRole('button', { name: freeze }).click()
    await choose(words.view.compact, true)
    await page.keyboard.press('Escape')
    await expect.poll(headings).toContain(words.field('customer', 'source'))
    expect(await headings()).not.toContain(words.field('customer', 'industry'))
    const edge = page.getByRole('separator', {
      name: words.list.width.replace('{{name}}', words.field('customer', 'archiveNumber')),
    })
    const widthNow = () => edge.getAttribute('aria-valuenow').then(Number)
    const narrow = await widthNow()
    const grip = await edge.boundingBox()
    if (!grip) throw new Error('The edge of the column is not there.')
    await page.mouse.move(grip.x + 4, grip.y + 5)
    await page.mouse.down()
    await page.mouse.move(grip.x + 64, grip.y + 5, { steps: 4 })
    await page.mouse.up()
    await expect.poll(widthNow).toBe(narrow + 60)
    await edge.press('ArrowLeft')
    await expect.poll(widthNow).toBe(narrow + 44)
    await page.locator('.grid-scroll').evaluate((element) => element.scrollTo({ left: 600 }))
    const boxOf = (part: string) => page.locator(part).first().boundingBox()
    const start = (await boxOf('.grid-scroll'))?.x ?? 0
    // Behind the box to choose it, the title stays at the start of its row.
    await expect.poll(async () => (await boxOf('.grid-body .grid-title'))?.x).toBeCloseTo(start + 44, 0)
    const [place, title] = [await boxOf('.grid-body [data-field="archiveNumber"]'), await boxOf('.grid-title')]
    expect(place?.x).toBeCloseTo((title?.x ?? 0) + (title?.width ?? 0), 0)
    expect(place?.height).toBeLessThan(32)

    await page.getByRole('button', { name: words.view.add }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: words.field('saved_view', 'name') }).fill('要紧的')
    await form.getByRole('button', { name: words.action.save }).click()
    await tab('要紧的').waitFor()
    expect(await tab('要紧的').getAttribute('aria-selected')).toBe('true')

    await tab(words.view.all).click()
    await expect.poll(() => rows.count()).toBe(3)
    await tab('要紧的').click()
    await expect.poll(() => rows.count()).toBe(2)
    expect(await headings()).toContain(words.field('customer', 'source'))
    expect(await widthNow()).toBe(narrow + 44)

    const byName = page.getByRole('button', { name: words.field('customer', 'name'), exact: true })
    await byName.click()
    await page.getByRole('button', { name: words.view.reset }).click()
    await expect.poll(() => new URL(page.url()).search).not.toContain('sort')
    await byName.click()
    await page.getByRole('button', { name: words.view.keep }).click()
    await page.getByRole('button', { name: words.action.undo, exact: true }).waitFor()
    await page.reload()
    await expect.poll(() => rows.first().innerText()).toContain('甲木')
    expect(await page.getByRole('button', { name: words.view.reset }).count()).toBe(0)

    const other = await stage.visit(locale, { as: stage.house.clerks[locale] })
    await other.go('/o/customers')
    await other.page.getByText(fill(words.list.none, { name: words.names('customer') })).waitFor()
    expect(await other.page.getByRole('tab').count()).toBe(0)
    await page.getByRole('button', { name: fill(words.view.edit, { name: words.name('saved_view') }) }).click()
    await form.getByRole('combobox', { name: words.field('saved_view', 'shared') }).click()
    await page.locator('.ant-select-item-option').getByText(words.boolean.yes, { exact: true }).click()
    await form.getByRole('button', { name: words.action.save }).click()
    await form.waitFor({ state: 'detached' })
    await other.page.getByRole('tab', { name: '要紧的', exact: true }).click()
    expect(await other.page.getByRole('button', { name: words.view.keep }).count()).toBe(0)

    await page.getByRole('button', { name: fill(words.view.edit, { name: words.name('saved_view') }) }).click()
    await form.getByRole('button', { name: words.action.delete }).click()
    await page
      .getByRole('dialog', { name: words.action.delete })
      .getByRole('button', { name: words.action.delete })
      .click()
    await tab('要紧的').waitFor({ state: 'detached' })
    await expect.poll(() => rows.count()).toBe(3)
  })

  it('sorts by a second column within the first', async () => {
    const { page, words, go } = await stage.visit(locale)
    const heading = (field: string) => page.getByRole('button', { name: words.field('customer', field) })
    await go('/o/customers')
    await heading('region').click()
    await heading('name').click({ modifiers: ['Shift'] })
    const names = () => page.locator('.grid-title .truncate').allInnerTexts()
    await expect
      .poll(names)
      .toEqual([words.field('customer', 'name'), '丙土机械有限公司', '乙火科技有限公司', '甲木贸易有限公司'])
    await heading('name').click({ modifiers: ['Shift'] })
    await expect.poll(async () => (await names())[1]).toBe('乙火科技有限公司')
  })

  it('goes anywhere, makes and runs by the palette, from the keyboard alone', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/o/customers')
    await page.getByRole('link', { name: '甲木贸易有限公司' }).waitFor()
    const palette = page.getByRole('dialog', { name: words.palette.open })
    const type = async (text: string) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type(text)
    }
    await type(words.names('product'))
    await palette.getByRole('group', { name: words.palette.go }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/o/products')

    await type(fill(words.action.createNamed, { name: words.name('customer') }))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/o/customers/new')
    await page.getByRole('dialog', { name: words.palette.open }).waitFor({ state: 'detached' })
    await page.goBack()

    await type(words.theme.dark)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')

    await type('没有这样的档案')
    await palette.getByText(words.search.none).waitFor()
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })
  })

  it('shows a list as a board, moves a card by its menu, takes that back, and moves one by the mouse', async () => {
    const { page, words, go } = await stage.visit(locale)
    const column = (tier: string) => page.getByRole('region', { name: words.choice('customer', 'tier', tier) })
    const card = (tier: string, name: string) => column(tier).getByRole('listitem').filter({ hasText: name })
    await go('/o/customers')
    await page.getByRole('button', { name: words.view.rows }).click()
    const byTier = (word: string) => word.replace('{{name}}', words.field('customer', 'tier'))
    await page.getByRole('menuitem', { name: byTier(words.view.asBoard) }).click()
    await card('vip', '甲木').waitFor()
    expect(await column('ordinary').getByRole('listitem').count()).toBe(1)

    await page.getByRole('button', { name: words.board.move.replace('{{title}}', '丙土机械有限公司') }).click()
    await page.getByRole('menuitem', { name: words.choice('customer', 'tier', 'vip') }).click()
    await card('vip', '丙土').waitFor()
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await card('ordinary', '丙土').waitFor()

    const from = await card('vip', '乙火').boundingBox()
    const to = await column('potential').boundingBox()
    if (!from || !to) throw new Error('The board is not there.')
    await page.mouse.move(from.x + 20, from.y + from.height - 6)
    await page.mouse.down()
    await page.mouse.move(to.x + 60, to.y + 60, { steps: 8 })
    await page.mouse.up()
    await card('potential', '乙火').waitFor()
    await page.reload()
    await card('potential', '乙火').waitFor()
    expect(await card('vip', '乙火').count()).toBe(0)

    await page.getByRole('button', { name: words.view.board }).click()
    await page.getByRole('menuitem', { name: byTier(words.view.asGroups) }).click()
    const line = page.getByRole('row').filter({ hasText: words.choice('customer', 'tier', 'potential') })
    await line.getByRole('link').click()
    await page.getByRole('grid').getByRole('link', { name: '乙火科技有限公司' }).waitFor()
    // The whole list stays in sight until the part of it is there.
    await expect.poll(() => page.getByRole('grid').getByRole('link').count()).toBe(1)
  })

  it('looks at a file beside its list, goes to the next one and opens it', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/o/customers?sort=name')
    await page.getByRole('link', { name: '甲木贸易有限公司' }).waitFor()
    const look = (name: string) => page.getByRole('dialog', { name })
    await page.getByRole('grid').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('Space')
    await look('丙土机械有限公司')
      .getByText(words.field('customer', 'archiveNumber'), { exact: true })
      .first()
      .waitFor()
    await page.getByRole('button', { name: words.look.next }).click()
    await look('丙土机械有限公司').waitFor({ state: 'detached' })
    await look('甲木贸易有限公司').waitFor()
    await page.getByRole('link', { name: words.look.open }).click()
    await page.getByRole('heading', { name: '甲木贸易有限公司', level: 1 }).waitFor()
  })

  it('chooses all that match, beyond those that are loaded, and changes them together', async () => {
    const { house } = stage
    const as = house.heads[locale]
    for (let at = 0; at < 60; at++)
      await callApi(house, as, { path: '/products', body: { name: `批量产品${at}`, code: `PL-${at}` } })
    const { page, words, go } = await stage.visit(locale)
    await go('/o/products')
    await page.locator('.grid-body .grid-row').nth(3).waitFor()
    await page.getByRole('checkbox', { name: words.list.selectAll }).check()
    await page.getByRole('button', { name: words.bulk.all.replace('{{total}}', '60') }).click()
    await page.getByText(words.bulk.chosen.replace('{{count}}', '60')).waitFor()
    await page.getByRole('toolbar').getByRole('button', { name: words.action.delete }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.action.delete }).click()
    await page.getByText(fill(words.list.none, { name: words.names('product') })).waitFor()
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await page.locator('.grid-body .grid-row').nth(3).waitFor()
    expect(await page.getByRole('toolbar').count()).toBe(0)

    // What went out of sight above serves below, and is read in its order as soon as the list is at rest.
    const drawn = async () => {
      const rows = await page.locator('.grid-body .grid-row').evaluateAll((all) => all.map((row) => row.ariaRowIndex))
      return rows.map(Number)
    }
    expect(await drawn()).toContain(2)
    // All of them are back, so that the list is as long as it will be.
    await page.locator('[aria-rowcount="61"]').waitFor()
    await page.locator('.grid-scroll').evaluate((list) => list.scrollTo(0, list.scrollHeight))
    await page.locator('[aria-rowindex="61"]').waitFor()
    expect(await drawn()).not.toContain(2)
    await expect.poll(async () => (await drawn()).at(-1)).toBe(61)
    const atRest = await drawn()
    expect(atRest).toEqual(atRest.toSorted((one, other) => one - other))
  })

  it('shows a list on a calendar, moves a record to another day by the mouse and takes that back', async () => {
    const { page, words, go } = await stage.visit(locale)
    const name = '丁金日历有限公司'
    const day = (date: string) =>
      page.locator('.calendar-day').filter({ has: page.locator(`time[datetime="${date}"]`) })
    const ofMonth = (date: number) => today().date(date).format('YYYY-MM-DD')
    const [tenth, twelfth] = [ofMonth(10), ofMonth(12)]
    await callApi(stage.house, stage.house.heads.zh, { path: '/customers', body: { name, nextFollowUp: tenth } })
    await go('/o/customers')
    await page.getByRole('button', { name: words.view.rows }).click()
    const byNext = words.view.asCalendar.replace('{{name}}', words.field('customer', 'nextFollowUp'))
    await page.getByRole('menuitem', { name: byNext }).click()
    await day(tenth).getByRole('link', { name }).waitFor()
    await page.getByRole('button', { name: words.calendar.next }).click()
    await page.getByRole('link', { name }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: words.calendar.today }).click()

    const from = await day(tenth).getByRole('link', { name }).boundingBox()
    const to = await day(twelfth).boundingBox()
    if (!from || !to) throw new Error('The calendar is not there.')
    await page.mouse.move(from.x + 5, from.y + 5)
    await page.mouse.down()
    await page.mouse.move(to.x + 30, to.y + 30, { steps: 8 })
    await page.mouse.up()
    await day(twelfth).getByRole('link', { name }).waitFor()
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await day(tenth).getByRole('link', { name }).waitFor()
  })
})
