import { fill } from '../e2e/words.ts'
import { afterFailure, seeFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const list = /\/api\/customers\?/
const full = { house: 'full' } as const

async function seeRows({ page }: OnStage): Promise<void> {
  await page.locator('.grid-body .grid-row, .card').nth(3).waitFor()
}

export const listScenes: readonly Scene[] = [
  {
    name: 'list',
    ...full,
    show: async (stage) => {
      await stage.go('/o/customers')
      await seeRows(stage)
    },
  },
  {
    name: 'list-for-purpose',
    ...full,
    show: async (stage) => {
      const { page, words, go, locale } = stage
      await go('/o/customers')
      await seeRows(stage)
      await page.locator('.user-button').click()
      const purpose = { zh: '营销推广', en: 'Marketing' }[locale]
      await page.getByRole('menuitem', { name: fill(words.purpose.byConsent, { purpose }) }).click()
      await page.getByText(fill(words.purpose.narrowed, { purpose })).waitFor()
      await seeRows(stage)
      await page.locator('.user-button').click()
      await page.getByRole('menuitem', { name: words.purpose.none }).waitFor()
    },
  },
  {
    name: 'list-purposes',
    ...full,
    show: async ({ page, words, go, locale }) => {
      await go('/o/purposes')
      const name = { zh: '营销推广', en: 'Marketing' }[locale]
      await page.locator('.grid-title, .card-title').getByText(name, { exact: true }).waitFor()
      await page.getByText(words.field('purpose', 'noticeVersion')).first().waitFor()
    },
  },
  {
    name: 'list-none-found',
    ...full,
    show: async ({ page, words, go }) => {
      await go('/o/customers?search=无此客户')
      await page.getByText(words.list.noMatch).waitFor()
    },
  },
  {
    name: 'list-chosen',
    ...full,
    widths: [1440],
    show: async (stage) => {
      const where = encodeURIComponent(
        JSON.stringify({ or: [{ tier: { in: ['vip', 'ordinary'] } }, { region: { under: '31' } }] }),
      )
      await stage.go(`/o/customers?where=${where}`)
      await seeRows(stage)
      for (const row of [0, 1]) await stage.page.locator('.grid-body').getByRole('checkbox').nth(row).check()
      await stage.page.getByRole('toolbar').waitFor()
      await stage.page.locator('.grid-row').nth(4).locator('[data-field="stage"]').hover()
      await stage.page.locator('.cell-pencil').click()
      await stage.page.locator('.cell-editor .inline-input').getByRole('combobox').waitFor()
    },
  },
  {
    name: 'list-counts',
    ...full,
    show: async (stage) => {
      const { page, words, go } = stage
      await go('/o/customers')
      await seeRows(stage)
      await page.getByRole('button', { name: words.filter.add, exact: true }).click()
      await page.getByRole('combobox', { name: words.filter.field }).fill(words.field('customer', 'stage'))
      await page.keyboard.press('Enter')
      await page.getByRole('combobox', { name: words.filter.value }).click()
      await page.locator('.ant-select-item-option .counted').nth(3).waitFor()
    },
  },
  {
    name: 'list-views',
    ...full,
    show: async (stage) => {
      const { page, go, locale } = stage
      await go('/o/customers')
      await page.getByRole('tab', { name: { zh: '两个月未联系', en: 'Two months without contact' }[locale] }).click()
      await page.waitForURL('**view=**')
      await seeRows(stage)
    },
  },
  {
    name: 'list-board',
    ...full,
    show: async ({ page, go }) => {
      await go('/o/customers?board=stage&where={"tier":"vip"}')
      await page.locator('.board-card').nth(3).waitFor()
    },
  },
  {
    name: 'list-calendar',
    ...full,
    show: async ({ page, go }) => {
      await go('/o/customers?calendar=nextFollowUp')
      await page.locator('.calendar-record').nth(2).waitFor()
    },
  },
  {
    name: 'list-summary',
    ...full,
    show: async ({ page, go }) => {
      await go('/o/purchases?group=product')
      await page.getByRole('row').nth(3).waitFor()
    },
  },
  {
    name: 'list-catalogue',
    ...full,
    show: async (stage) => {
      const { page, words, go } = stage
      await go('/catalogue')
      await page.waitForURL('**catalogue=type**')
      await seeRows(stage)
      await page.getByRole('combobox', { name: words.catalogue.by }).waitFor()
      await go('/o/customers?catalogue=region.province&class=33')
      await page.locator('.class-button[aria-pressed="true"] .meta').waitFor()
      await page.locator('.grid-body .grid-row, .card').first().waitFor()
    },
  },
  {
    name: 'labels',
    ...full,
    show: async ({ page, words, go, house }) => {
      await go(`/o/customers/${house.customer}`)
      await page.locator('.file-actions').getByRole('button', { name: words.shell.more }).click()
      await page.getByRole('menuitem', { name: words.labels.action }).click()
      await page.getByRole('button', { name: fill(words.labels.place, { place: 4 }) }).click()
      await page.locator('.label-place-filled').getByText('4', { exact: true }).waitFor()
    },
  },
  {
    name: 'quick-look',
    ...full,
    widths: [1440],
    show: async (stage) => {
      await stage.go('/o/customers')
      await seeRows(stage)
      await stage.page.getByRole('grid').focus()
      for (const key of ['j', 'j', 'Space']) await stage.page.keyboard.press(key)
      await stage.page.locator('.quick-look .file-section').first().waitFor()
    },
  },
  {
    name: 'list-columns',
    ...full,
    widths: [1440],
    show: async (stage) => {
      const { page, words, go } = stage
      await go('/o/customers')
      await seeRows(stage)
      await page.getByRole('button', { name: words.view.columns, exact: true }).click()
      await page.getByRole('checkbox', { name: words.field('customer', 'tier') }).waitFor()
    },
  },
  {
    name: 'list-empty',
    house: 'empty',
    show: async ({ page, words, go }) => {
      await go('/o/customers')
      await page.getByText(fill(words.list.none, { name: words.names('customer') })).waitFor()
    },
  },
  {
    name: 'list-loading',
    ...full,
    show: async (stage) => {
      await whileLoading(stage, list)
      await stage.go('/o/customers')
      await stage.page.getByRole('heading', { name: stage.words.names('customer') }).waitFor()
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'list-failed',
    ...full,
    show: async (stage) => {
      await afterFailure(stage, list)
      await stage.go('/o/customers')
      await seeFailure(stage)
    },
  },
  {
    name: 'users',
    ...full,
    show: async (stage) => {
      await stage.go('/o/users')
      await seeRows(stage)
    },
  },
  {
    name: 'palette',
    ...full,
    show: async ({ page, words, go }) => {
      await go('/o/customers')
      await page.getByRole('button', { name: words.palette.open }).click()
      await page.getByRole('group', { name: words.palette.create }).getByRole('option').first().waitFor()
    },
  },
  {
    name: 'palette-search',
    ...full,
    show: async ({ page, words, go }) => {
      await go('/o/customers')
      await page.getByRole('button', { name: words.palette.open }).click()
      await page.getByRole('combobox', { name: words.search.label }).fill('公司')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'not-found',
    ...full,
    show: async ({ page, words, go, expectRefusal }) => {
      expectRefusal(404)
      await go('/o/unicorns')
      await page.getByRole('heading', { name: words.error.notFound }).waitFor()
    },
  },
]
