import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it, onTestFinished } from 'vitest'
import { password } from '#test/house-with-pages'
import { testFolder } from '#test/test-folder'
import { openBrowser } from './browser.ts'
import { dropFile } from './drop-file.ts'
import { cloneTo, endStarts, freePort, npmStart, processesIn } from './npm-start.ts'
import { openVisit, type Visit } from './visit.ts'
import { fill } from './words.ts'

const list = join(import.meta.dirname, '../data/customers-dirty.gbk.csv')
const name = '巴彦淖尔南极鹰机械有限公司'
const isLong = process.env.LONG === '1'
const warmMs = 10_000

afterEach(endStarts)

it('lets a stranger start from a fresh clone, import a real list, work on a file, stop, and find it all again', {
  timeout: isLong ? 900_000 : 300_000,
}, async () => {
  const home = await testFolder()
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const clone = join(home, 'dossier')
  const settings = { HOME: join(home, 'home'), PORT: String(await freePort()), DOSSIER_DATA: join(home, 'data') }
  mkdirSync(settings.HOME)
  cloneTo(clone, { bare: isLong })
  const browser = await openBrowser()
  onTestFinished(() => browser.close())

  const first = npmStart(clone, settings)
  const link = await first.says(/(http:\/\/\S+\/setup\?token=\S+)\n/, isLong ? 600_000 : 120_000)
  const address = new URL(link).origin
  const visit = await openVisit({ browser, address, locale: 'zh' })
  await setUp(visit, link)
  await bringListIn(visit)
  await writeFollowUp(visit)
  await visit.page.goto('about:blank')
  await first.interrupt()
  expect(processesIn(home)).toEqual([])

  const begun = Date.now()
  const second = npmStart(clone, settings)
  await second.says(/ready at (http:\/\/\S+)/)
  const warm = Date.now() - begun
  console.log(`Warm start: ${(warm / 1000).toFixed(1)} s`)
  expect(warm).toBeLessThan(warmMs)
  expect(second.output()).not.toContain('setup?token')
  await visit.go('/o/customers')
  await open(visit)
  await visit.page.getByText('约了下周看样品').waitFor()
  await visit.close()
  await second.interrupt()
  expect(processesIn(home)).toEqual([])
})

async function setUp({ page, words }: Visit, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('textbox', { name: words.setup.company }).fill('青禾贸易有限公司')
  await page.getByRole('textbox', { name: words.setup.name }).fill('陈静')
  await page.getByRole('textbox', { name: words.setup.login }).fill('chen')
  await page.getByLabel(words.setup.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: words.setup.begin }).click()
}

async function bringListIn({ page, words }: Visit): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: words.action.import }).first().click()
  await dropFile(page.getByRole('region', { name: words.import.drop }), list)
  await page.getByRole('button', { name: words.import.run }).click()
  await page.getByRole('region', { name: words.import.state.done }).waitFor({ timeout: 120_000 })
  await page.getByRole('link', { name: fill(words.import.toList, { name: words.names('customer') }) }).click()
}

async function open({ page, words }: Visit): Promise<void> {
  await page.getByRole('button', { name: words.palette.open }).click()
  await page.getByRole('combobox', { name: words.search.label }).fill('南极')
  await page.getByRole('option', { name }).first().click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

async function writeFollowUp(visit: Visit): Promise<void> {
  const { page, words } = visit
  await open(visit)
  const composer = page.getByRole('region', { name: fill(words.composer.write, { name: words.name('follow_up') }) })
  await composer.getByRole('textbox', { name: words.field('follow_up', 'content') }).fill('约了下周看样品')
  await composer.getByRole('button', { name: words.action.save }).click()
  await page.getByRole('listitem').getByText('约了下周看样品').waitFor()
}
