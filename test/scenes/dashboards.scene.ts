import { chartsOf, starterDashboards } from '#shared/starter-dashboards'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { afterFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const names = starterDashboards.map(({ name }) => name)

/** The reader's own dashboard of a kind, made once for all looks. */
async function openOwn({ house, locale, go, page }: OnStage, at: 0 | 1 | 2 | 3 | 4): Promise<void> {
  const head = house.heads[locale]
  const own = { name: `${names[at]?.[locale]} · ${locale}` }
  const where = encodeURIComponent(JSON.stringify(own))
  const { items } = await callApi<ListWire>(house, head, { method: 'GET', path: `/dashboards?where=${where}` })
  const starter = starterDashboards[at]
  const made =
    items[0] ??
    (await callApi<{ id: string }>(house, head, {
      path: '/dashboards',
      body: { ...own, charts: starter && chartsOf(starter, locale) },
    }))
  await go(`/dashboards/${made.id}`)
  const charts = page.locator('.chart-card')
  await charts.first().waitFor()
  await page.locator('.chart-card .skeleton').first().waitFor({ state: 'detached' })
  await page.locator('.chart-picture svg').first().waitFor()
}

const dashboards = /\/api\/dashboards\?/

export const dashboardScenes: readonly Scene[] = [
  { name: 'dashboard-customers', house: 'full', show: (stage) => openOwn(stage, 0) },
  { name: 'dashboard-follow-ups', house: 'full', show: (stage) => openOwn(stage, 1) },
  { name: 'dashboard-completeness', house: 'full', show: (stage) => openOwn(stage, 3) },
  { name: 'dashboard-checks', house: 'full', show: (stage) => openOwn(stage, 4) },
  {
    name: 'dashboard-purchases',
    house: 'full',
    show: async (stage) => {
      await openOwn(stage, 2)
      const { page, words } = stage
      await page.locator('.chart-card').last().getByRole('button', { name: words.dashboards.asTable }).click()
      await page.locator('.chart-table').waitFor()
    },
  },
  {
    name: 'dashboard-form',
    house: 'full',
    show: async (stage) => {
      await openOwn(stage, 0)
      const { page, words } = stage
      await page.getByRole('button', { name: words.dashboards.add }).click()
      const form = page.getByRole('dialog')
      await form.getByRole('combobox', { name: words.dashboards.form.by }).click()
      await page.getByTitle(words.field('customer', 'industry')).click()
      await form.locator('.chart-picture svg').waitFor()
    },
  },
  {
    name: 'dashboards-none',
    house: 'empty',
    show: async ({ page, words, go }) => {
      await go('/dashboards')
      await page.getByRole('heading', { name: words.dashboards.none }).waitFor()
    },
  },
  {
    name: 'dashboards-loading',
    house: 'empty',
    show: async (stage) => {
      await whileLoading(stage, dashboards)
      await stage.go('/dashboards')
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'dashboards-failed',
    house: 'empty',
    show: async (stage) => {
      await afterFailure(stage, dashboards)
      await stage.go('/dashboards')
      await stage.page.getByRole('alert').first().waitFor()
    },
  },
]
