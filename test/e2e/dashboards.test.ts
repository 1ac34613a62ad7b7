import { describe, expect, it } from 'vitest'
import { callApi } from '#test/call-api'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

describe.each(languages('zh'))('in %s', (locale) => {
  // A house for each language: what one reader shares would be the first dashboard of the other.
  const stage = useStage()

  it('makes a dashboard, draws, moves and widens charts, opens what is behind them, and shares it with a clerk, who sees the own files alone', async () => {
    const { house } = stage
    const [head, clerk] = [house.heads[locale], house.clerks[locale]]
    const make = (as: typeof head, body: Record<string, unknown>) => callApi(house, as, { path: '/customers', body })
    await make(head, { name: '甲木贸易有限公司', tier: 'vip', region: '330106' })
    await make(head, { name: '乙火科技有限公司', tier: 'vip', region: '330110' })
    await make(clerk, { name: '丙土机械有限公司', tier: 'vip', region: '110105' })
    const { page, words, go } = await stage.visit(locale)
    const own = words.dashboards
    const card = (title: string) => page.getByRole('region', { name: title, exact: true })
    const titles = () => page.locator('.chart-head h2').allInnerTexts()
    const told = (sentence: string, title: string) => fill(sentence, { title })
    const form = page.getByRole('dialog')
    const add = async (by: string): Promise<string> => {
      await page.getByRole('button', { name: own.add }).click()
      await form.getByRole('combobox', { name: own.form.by }).fill(words.field('customer', by))
      await page.getByTitle(words.field('customer', by), { exact: true }).click()
      await form.locator('.chart-picture svg').waitFor()
      const title = await form.locator('.chart-preview h3').innerText()
      await form.getByRole('button', { name: words.action.save }).click()
      await form.waitFor({ state: 'detached' })
      await card(title).locator('.chart-picture svg').waitFor()
      return title
    }

    await go('/today')
    await page.getByRole('link', { name: own.title, exact: true }).click()
    await page.getByRole('heading', { name: own.none }).waitFor()
    const created = fill(words.action.createNamed, { name: words.name('dashboard') })
    await page.getByRole('button', { name: created }).click()
    await form.getByRole('textbox', { name: words.field('dashboard', 'name') }).fill('我的仪表盘')
    await form.getByRole('button', { name: words.action.save }).click()
    await page.getByRole('heading', { name: '我的仪表盘', level: 1 }).waitFor()
    await page.getByRole('heading', { name: own.empty }).waitFor()
    const byTier = await add('tier')
    const byRegion = await add('region')
    expect(await titles()).toEqual([byTier, byRegion])

    const handle = (title: string) => page.getByRole('button', { name: told(own.move, title) })
    const [from, to] = [await handle(byRegion).boundingBox(), await card(byTier).boundingBox()]
    if (!from || !to) throw new Error('The charts are not there.')
    await page.mouse.move(from.x + 8, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(to.x + 40, to.y + 60, { steps: 8 })
    await page.mouse.up()
    await expect.poll(titles).toEqual([byRegion, byTier])
    await page.getByText(told(own.moved, byRegion)).waitFor()
    await handle(byRegion).press('ArrowRight')
    await expect.poll(titles).toEqual([byTier, byRegion])
    const edge = page.getByRole('separator', { name: told(own.resize, byRegion) })
    await edge.press('ArrowRight')
    await expect.poll(() => edge.getAttribute('aria-valuetext')).toBe(own.widths.full)
    await expect.poll(() => card(byRegion).getAttribute('class')).toContain('chart-full')

    await card(byTier).getByRole('button', { name: own.asTable }).click()
    await card(byTier)
      .getByRole('link', { name: words.choice('customer', 'tier', 'vip') })
      .click()
    await page.waitForURL('**/o/customers?**')
    await expect.poll(() => page.locator('.grid-body .grid-row').count()).toBe(3)
    await page.goBack()
    const picture = card(byTier).getByRole('listbox')
    await picture.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    expect(await picture.getByRole('option', { selected: true }).innerText()).toContain('3')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/o/customers?**')
    await expect.poll(() => page.locator('.grid-body .grid-row').count()).toBe(3)
    await page.goBack()
    const province = { zh: '浙江', en: 'Zhejiang' }[locale]
    await card(byRegion).locator('svg text').filter({ hasText: province }).click()
    await page.waitForURL('**/o/customers?**')
    await page.getByRole('link', { name: '乙火科技有限公司' }).waitFor()
    await expect.poll(() => page.locator('.grid-body .grid-row').count()).toBe(2)
    await page.goBack()

    const more = (title: string) => card(title).getByRole('button', { name: told(own.more, title) })
    const download = page.waitForEvent('download')
    await more(byRegion).click()
    await page.getByRole('menuitem', { name: own.save }).click()
    expect((await download).suggestedFilename()).toMatch(/\.png$/)
    const trail = await callApi<{ items: { object: string; fields: string[] }[] }>(house, head, {
      method: 'GET',
      path: '/audit-events?action=print',
    })
    expect(trail.items[0]).toMatchObject({ object: 'customer', fields: ['region'] })

    await more(byTier).click()
    await page.getByRole('menuitem', { name: own.remove }).click()
    await expect.poll(titles).toEqual([byRegion])
    await page.getByText(told(own.removed, byTier)).waitFor()
    await page.getByRole('button', { name: words.action.undo, exact: true }).last().click()
    await expect.poll(titles).toEqual([byTier, byRegion])
    await page.getByRole('button', { name: fill(words.view.edit, { name: words.name('dashboard') }) }).click()
    await form.getByRole('combobox', { name: words.field('dashboard', 'shared') }).click()
    await page.locator('.ant-select-item-option').getByText(words.boolean.yes, { exact: true }).click()
    await form.getByRole('button', { name: words.action.save }).click()
    await form.waitFor({ state: 'detached' })

    const other = await stage.visit(locale, { as: clerk })
    await other.go('/dashboards')
    await other.page.getByRole('heading', { name: '我的仪表盘', level: 1 }).waitFor()
    const theirs = other.page.getByRole('region', { name: byTier, exact: true })
    await theirs.getByRole('button', { name: own.asTable }).click()
    await expect.poll(() => theirs.locator('td').allInnerTexts()).toEqual(['1'])
    expect(await other.page.getByRole('button', { name: own.add }).count()).toBe(0)
    expect(await other.page.getByRole('separator').count()).toBe(0)

    await page.getByRole('button', { name: fill(words.view.edit, { name: words.name('dashboard') }) }).click()
    await form.getByRole('button', { name: words.action.delete }).click()
    await page
      .getByRole('dialog', { name: words.action.delete })
      .getByRole('button', { name: words.action.delete })
      .click()
    await page.getByRole('heading', { name: own.none }).waitFor()
    await page.getByRole('button', { name: words.action.undo, exact: true }).last().click()
    await page.getByRole('heading', { name: '我的仪表盘', level: 1 }).waitFor()
  })
})
