import { describe, expect, it } from 'vitest'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'

const stage = useStage()

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
