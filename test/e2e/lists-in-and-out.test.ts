import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { callApi } from '#test/call-api'
import { testFolder } from '#test/test-folder'
import { dropFile } from './drop-file.ts'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()

const rowsTaken = 400

/** The first rows of the real list, and one that nobody can import. */
async function someOfTheRealList(): Promise<string> {
  const whole = await readFile(join(import.meta.dirname, '../data/customers-dirty.utf8.csv'), 'utf8')
  const lines = whole.split('\n').slice(0, rowsTaken)
  const folder = await testFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'customers.csv')
  await writeFile(path, [...lines, `${',无名'.padEnd(24, ',')}\n`].join('\n'))
  return path
}

describe.each(languages('zh'))('in %s', (locale) => {
  it('imports a dirty list: preview, another mapping, progress, counts, a file of the errors, and all of it undone', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/o/customers')
    await page.getByRole('button', { name: words.action.import }).first().click()
    await dropFile(page.getByRole('region', { name: words.import.drop }), await someOfTheRealList())

    const preview = page.getByRole('region', { name: words.import.preview })
    await preview.waitFor()
    expect(await preview.locator('.preview-bad').count()).toBeGreaterThan(0)
    const column = preview.getByRole('combobox', { name: fill(words.import.fieldOf, { heading: 'Description' }) })
    await column.click()
    await column.fill(words.field('customer', 'street'))
    await column.press('Escape')
    const mapped = page.waitForResponse((response) => response.request().method() === 'PATCH')
    await preview.getByRole('columnheader').filter({ hasText: 'Short Name' }).hover()
    await preview.getByRole('columnheader').filter({ hasText: 'Short Name' }).locator('.ant-select-clear').click()
    expect((await mapped).status()).toBe(200)
    await preview.locator('.preview-out').first().waitFor()
    // The help is what the server has kept of the choice.
    for (const way of ['skip', 'create'] as const) {
      await preview.getByRole('combobox', { name: words.import.duplicates }).click()
      await page.getByTitle(words.import.duplicateWays[way]).last().click()
      await preview.getByText(words.import.duplicateHelp[way]).waitFor()
    }
    await preview.getByRole('button', { name: words.import.run }).click()

    const result = page.getByRole('region', { name: words.import.state.done })
    await result.waitFor({ timeout: 60_000 })
    const count = async (name: 'rows' | 'created' | 'incomplete' | 'failed') =>
      Number(
        (
          await result
            .locator('.import-counts > div')
            .filter({ hasText: words.import.count[name] })
            .locator('dd')
            .innerText()
        ).replace(/\D/g, ''),
      )
    expect(await count('failed')).toBe(1)
    expect(await count('incomplete')).toBeGreaterThan(0)
    expect((await count('created')) + (await count('failed'))).toBe(await count('rows'))

    const coming = page.waitForEvent('download')
    await result.getByRole('link', { name: words.import.errorFile }).click()
    const errors = await readFile(await (await coming).path(), 'utf8')
    expect(errors.startsWith('\uFEFF')).toBe(true)
    expect(errors).toContain('无名')
    expect(errors.trim().split('\n').length).toBeGreaterThan(await count('incomplete'))

    await result.getByRole('button', { name: words.import.undo }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.import.undo }).click()
    await page.getByRole('region', { name: words.import.state.undone }).waitFor({ timeout: 60_000 })
    await go('/o/customers')
    await page.getByText(fill(words.list.none, { name: words.names('customer') })).waitFor()
  })
})

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
