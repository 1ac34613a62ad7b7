import { describe, expect, it } from 'vitest'
import { starterProcedures } from '#shared/starter-procedures'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'

const stage = useStage()

describe.each(languages('zh'))('in %s', (locale) => {
  it('leads from the text to its readers, and from each reader’s own click back to its author', async () => {
    const { house } = stage
    const reader = house.clerks[locale]
    const [title, first, second] = ['客户资料保密制度', '第一条 不得外传。', '第一条 不得外传，违者追责。']
    const author = await stage.visit(locale)
    const t = author.words.publishing
    const text = await callApi<{ id: string }>(house, house.heads[locale], {
      path: '/publications',
      body: { kind: 'policy', title, body: first, mustRead: true, penalty: '按公司制度处理' },
    })
    await author.go('/reading')
    await author.page.getByRole('link', { name: t.manage }).click()
    await author.page.getByRole('link', { name: title }).click()
    await author.page.getByRole('button', { name: t.publish, exact: true }).click()
    await author.page.getByText(t.told.published.replace('{{number}}', '1')).waitFor()
    expect(await barriers(author.page)).toEqual([])

    const { page, go, words } = await stage.visit(locale, { as: reader })
    await go('/today')
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { name: t.penalty }).waitFor()
    await page.getByRole('button', { name: t.confirm }).click()
    await page.getByText(t.doneAt.split('{{time}}')[0] ?? '').waitFor()
    expect(await barriers(page)).toEqual([])
    await go('/today')
    await page.getByRole('link', { name: words.duties.title }).click()
    const learnt = page.getByRole('region', { name: t.learns })
    await learnt.locator('li', { hasText: title }).getByText(t.confirmed).waitFor()
    expect(await barriers(page)).toEqual([])

    const whole = await callApi<{ version: number }>(house, house.heads[locale], {
      method: 'GET',
      path: `/publications/${text.id}`,
    })
    await callApi(house, house.heads[locale], {
      method: 'PATCH',
      path: `/publications/${text.id}`,
      body: { body: second, version: whole.version },
    })
    await author.go(`/o/publications/${text.id}`)
    await author.page
      .locator('summary')
      .getByText((t.readersText.split('{{total}}')[0] ?? '').replace('{{done}}', '1'))
      .waitFor()
    await author.page.getByRole('button', { name: t.publishNext.replace('{{number}}', '2') }).click()
    await author.page.getByText(t.told.published.replace('{{number}}', '2')).waitFor()

    await go('/reading')
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('button', { name: t.compare }).click()
    await page.locator('ins', { hasText: second }).waitFor()
    await page.locator('del', { hasText: first }).waitFor()
    await page.getByRole('button', { name: t.confirm }).waitFor()
    expect(await barriers(page)).toEqual([])
  })
  it('drafts a procedure to begin with, with its steps, and offers it no longer', async () => {
    const { page, go, words } = await stage.visit(locale)
    const t = words.publishing
    await go('/reading')
    const starters = page.locator('.starters').last()
    const [first] = starterProcedures
    const title = first?.title[locale] ?? ''
    await starters.locator('li', { hasText: title }).getByRole('button', { name: t.draft }).click()
    await page.getByRole('heading', { name: title }).waitFor()
    await page.getByText(t.told.never).waitFor()
    await page
      .locator('.step-list > li')
      .nth((first?.steps.length ?? 0) - 1)
      .waitFor()
    await go('/reading')
    await starters.locator('summary').click()
    await starters.getByText(starterProcedures[1]?.title[locale] ?? '').waitFor()
    expect(await starters.getByText(title).count()).toBe(0)
    expect(await barriers(page)).toEqual([])
  })
})

describe.each(languages('en'))('in %s', (locale) => {
  it('takes a suggestion without a name, shows by its code what became of it, and makes an adopted one good', async () => {
    const { house } = stage
    const { page, go, words } = await stage.visit(locale, { as: house.clerks[locale] })
    const t = words.suggesting
    const said = '会议控制在半小时内\n现在常常超过一小时'
    await go('/suggestions')
    await page.getByRole('textbox', { name: t.label }).fill(said)
    await page.getByRole('checkbox', { name: t.anonymous }).check()
    await page.getByRole('button', { name: t.send, exact: true }).click()
    const code = await page.getByRole('status', { name: t.codeTitle }).innerText()
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    expect(await barriers(page)).toEqual([])

    const head = house.heads[locale]
    const { items } = await callApi<ListWire>(house, head, { method: 'GET', path: '/suggestions' })
    const [found] = items
    expect(found).toMatchObject({ title: '会议控制在半小时内', text: said, sender: null, state: 'new' })
    const body = { state: 'adopted', reply: '下周起试行', version: found?.version }
    await callApi(house, head, { method: 'PATCH', path: `/suggestions/${found?.id}`, body })

    await page.getByRole('button', { name: t.another }).click()
    await page.getByRole('textbox', { name: t.checkLabel }).fill(code)
    await page.getByRole('button', { name: t.checkSend }).click()
    await page.getByText('下周起试行').waitFor()
    await page.getByText(words.choice('suggestion', 'state', 'adopted'), { exact: true }).waitFor()
    const made = await callApi<ListWire>(house, head, { method: 'GET', path: '/improvements' })
    expect(made.items).toMatchObject([{ title: '会议控制在半小时内', source: 'feedback', owner: head.id }])
    const credits = await callApi<ListWire>(house, head, { method: 'GET', path: '/credits' })
    expect(credits.items).toEqual([])
  })
})
