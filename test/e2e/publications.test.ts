import { describe, expect, it } from 'vitest'
import { starterProcedures } from '#shared/starter-procedures'
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
