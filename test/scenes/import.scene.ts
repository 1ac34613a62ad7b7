import { join } from 'node:path'
import { afterFailure, seeFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const list = join(import.meta.dirname, '../data/customers-dirty.gbk.csv')
const house = 'empty'

async function choose({ page, words, go }: OnStage): Promise<void> {
  await go('/import/customers')
  await page.getByLabel(words.import.choose).setInputFiles(list)
}

async function preview(stage: OnStage): Promise<void> {
  await choose(stage)
  await stage.page.locator('.preview-bad').first().waitFor()
}

export const importScenes: readonly Scene[] = [
  {
    name: 'import',
    house,
    show: async ({ page, words, go }) => {
      await go('/import/customers')
      await page.getByText(words.import.dropText).waitFor()
    },
  },
  { name: 'import-preview', house, show: preview },
  {
    name: 'import-running',
    house,
    show: async (stage) => {
      const { page, go } = stage
      await page.route(/\/api\/imports\/running$/, (route) =>
        route.fulfill({ json: { ...summary, state: 'running', progress: { done: 1800, total: 5000 } } }),
      )
      await go('/import/customers?import=running')
      await page.getByRole('progressbar').waitFor()
    },
  },
  {
    name: 'import-result',
    house,
    show: async ({ page, go }) => {
      await page.route(/\/api\/imports\/done$/, (route) => route.fulfill({ json: { ...summary, state: 'done' } }))
      await go('/import/customers?import=done')
      await page.locator('.import-counts').waitFor()
    },
  },
  {
    name: 'import-failed',
    house,
    show: async ({ page, go }) => {
      const failed = { ...summary, state: 'failed', error: 'transfer.workbook_broken' }
      await page.route(/\/api\/imports\/failed$/, (route) => route.fulfill({ json: failed }))
      await go('/import/customers?import=failed')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'import-loading',
    house,
    show: async (stage) => {
      await whileLoading(stage, /\/api\/imports\/loading$/)
      await stage.go('/import/customers?import=loading')
      await stage.page.getByRole('heading', { level: 1 }).waitFor()
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'import-lost',
    house,
    show: async (stage) => {
      await afterFailure(stage, /\/api\/imports\/lost$/)
      await stage.go('/import/customers?import=lost')
      await seeFailure(stage)
    },
  },
]

const summary = {
  id: '01a201dc-6835-7b3a-b209-4557a5fe73fe',
  object: 'customer',
  fileName: '客户清单（2026年3月）.csv',
  counts: { rows: 5000, created: 4878, updated: 62, skipped: 0, proposed: 12, failed: 48, incomplete: 731 },
  error: null,
  encoding: 'gb18030',
  delimiter: ',',
  duplicates: 'ready',
  columns: [],
  targets: [],
  preview: [],
  progress: { done: 5000, total: 5000 },
}
