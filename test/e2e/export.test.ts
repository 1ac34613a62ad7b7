import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { callApi } from '#test/call-api'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'

const stage = useStage()

describe.each(languages('zh'))('in %s', (locale) => {
  it('asks for an export of the chosen rows, and fetches its file once', async () => {
    const { house } = stage
    const name = `导出客户${locale}`
    await callApi(house, house.heads[locale], { path: '/customers', body: { name } })
    const { page, words, go } = await stage.visit(locale)
    // Columns of level 1 alone: nobody has to sign.
    const columns = encodeURIComponent(JSON.stringify(['stage']))
    await go(`/o/customers?search=${encodeURIComponent(name)}&columns=${columns}`)
    await page.getByRole('row', { name }).getByRole('checkbox').check()
    const bar = page.getByRole('toolbar', { name: words.bulk.label })
    await bar.getByRole('button', { name: words.export.action, exact: true }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('radio', { name: 'CSV' }).check()
    await form.getByLabel(words.export.grounds).fill('年终对账')
    const recipient = `迅达物流${locale}`
    const purpose = form.getByLabel(words.export.purpose)
    if (await purpose.count()) {
      await purpose.click()
      await page.locator('.ant-select-item-option').first().click()
    }
    await form.getByLabel(words.field('export', 'recipient'), { exact: true }).fill(recipient)
    await form.getByLabel(words.field('export', 'means')).click()
    await page
      .getByText(words.choice('export', 'means', 'email'), { exact: true })
      .last()
      .click()
    // A list that is about to close has no name any more.
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').waitFor({ state: 'detached' })
    expect(await barriers(page)).toEqual([])
    await form.getByRole('button', { name: words.export.ask }).click()
    const fetchIt = page.getByRole('button', { name: words.export.fetch })
    await fetchIt.waitFor()
    expect(await barriers(page)).toEqual([])
    const coming = page.waitForEvent('download')
    await fetchIt.click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/DC-\d{4}-\d{6}\.csv$/)
    expect(await readFile(await file.path(), 'utf8')).toContain(name)
    await fetchIt.waitFor({ state: 'detached' })
    await page
      .getByText(words.choice('export', 'state', 'fetched'))
      .first()
      .waitFor()
    const where = encodeURIComponent(JSON.stringify({ recipient }))
    const registered = () =>
      callApi<{ items: unknown[] }>(house, house.heads[locale], { method: 'GET', path: `/disclosures?where=${where}` })
    await expect.poll(async () => (await registered()).items).toMatchObject([{ means: 'email' }])
  })
})
