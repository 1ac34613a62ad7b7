import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { fill } from '../e2e/words.ts'
import type { OnStage, Scene } from './scene.ts'

/** A file, a shared view and a page of the clerk's. */
async function starSome({ house, locale }: OnStage): Promise<void> {
  const clerk = house.clerks[locale]
  const kept = await callApi<ListWire>(house, clerk, { method: 'GET', path: '/favourites' })
  if (kept.total) return
  const shape = { name: { zh: '重点客户', en: 'Key customers' }[locale], object: 'customer', settings: {} }
  const view = await callApi(house, clerk, { path: '/saved-views', body: shape })
  const starred = [
    { object: 'customer', record: house.customer },
    { object: 'saved_view', record: view.id, page: '/o/customers' },
    { page: '/o/tasks' },
  ]
  for (const [position, what] of starred.entries())
    await callApi(house, clerk, { path: '/favourites', body: { ...what, position } })
}

const as = 'clerk'
const house = 'full'

export const shellScenes: readonly Scene[] = [
  {
    name: 'favourites',
    house,
    as,
    show: async (stage) => {
      const { page, go, words, house: there } = stage
      await starSome(stage)
      await go(`/o/customers/${there.customer}`)
      await page.locator('main').getByRole('button', { name: words.favourite.star, pressed: true }).waitFor()
      await page.locator('.favourites .navigation-link, .bottom-bar').first().waitFor()
    },
  },
  {
    name: 'favourites-palette',
    house,
    as,
    show: async (stage) => {
      const { page, go, words } = stage
      await starSome(stage)
      await go('/today')
      await page.locator('.palette-button').click()
      await page.getByRole('group', { name: words.palette.favourite }).waitFor()
    },
  },
  {
    name: 'sidebar-icons',
    house,
    as,
    widths: [1440],
    show: async (stage) => {
      const { page, go } = stage
      await starSome(stage)
      await go('/o/customers')
      await page.locator('.favourites .navigation-link').first().waitFor()
      await page.keyboard.press('[')
      await page.locator('.shell-icons').waitFor()
    },
  },
  {
    name: 'view-first',
    house,
    widths: [1440],
    show: async (stage) => {
      const { page, go, words, house: there, locale } = stage
      const name = { zh: '业务员的客户', en: 'What clerks begin with' }[locale]
      const body = { name, object: 'customer', shared: true, defaultFor: ['clerk'], settings: { sort: 'name' } }
      const view = await callApi(there, there.heads[locale], { path: '/saved-views', body })
      await go(`/o/customers?view=${view.id}`)
      await page.getByRole('button', { name: words.view.beginHere }).waitFor()
      await page.getByRole('button', { name: fill(words.view.edit, { name: words.name('saved_view') }) }).click()
      await page
        .getByRole('dialog')
        .getByText(words.choice('saved_view', 'defaultFor', 'clerk'), { exact: true })
        .waitFor()
      await callApi(there, there.heads[locale], { method: 'DELETE', path: `/saved-views/${view.id}` })
    },
  },
  ...(['today', 'palette', 'create', 'list', 'file', 'composer', 'notices', 'help'] as const).map(
    (step, at): Scene => ({
      name: `tour-${step}`,
      house,
      show: async ({ page, go, words, house: there, locale }) => {
        const keep = (tour: string) =>
          callApi(there, there.heads[locale], { method: 'PATCH', path: '/sessions/current', body: { tour } })
        await keep(`${step}-left`)
        await go('/today')
        const isPhone = (page.viewportSize()?.width ?? 0) < 768
        await page.locator(isPhone ? '.user-button' : '.help-button').click()
        await page.getByRole('menuitem', { name: words.tour.resume }).click()
        const tour = page.getByRole('region', { name: words.tour.title })
        await tour.getByText(fill(words.tour.progress, { at: at + 1, count: 8 })).waitFor()
        await page.locator('.tour-ring').waitFor()
        await keep('over')
      },
    }),
  ),
  {
    name: 'help',
    house,
    widths: [1440],
    show: async ({ page, go, words }) => {
      await go('/today')
      await page.getByRole('button', { name: words.help.title }).click()
      await page.getByRole('menuitem', { name: words.help.api }).waitFor()
    },
  },
  {
    name: 'help-shortcuts',
    house,
    widths: [1440],
    show: async ({ page, go, words }) => {
      await go('/today')
      await page.getByRole('button', { name: words.help.title }).waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: words.help.shortcuts }).waitFor()
    },
  },
  {
    name: 'offline-notice',
    house,
    widths: [390],
    show: async ({ page, go, words, house: there, expectNoServer }) => {
      await go(`/o/customers/${there.customer}`)
      await page.locator('.entry').nth(2).waitFor()
      expectNoServer()
      await page.route(/\/api\//, (route) => route.abort('internetdisconnected'))
      await page.evaluate(`dispatchEvent(new Event('offline'))`)
      await page.getByText(words.shell.offline).waitFor()
    },
  },
  {
    name: 'offline-page',
    house,
    as: 'nobody',
    show: async ({ page, go }) => {
      await go('/offline.html')
      await page.getByRole('button').waitFor()
    },
  },
  {
    name: 'guide',
    house: 'empty',
    show: async ({ page, go, words }) => {
      await go('/o/customers')
      const isPhone = (page.viewportSize()?.width ?? 0) < 768
      await page.locator(isPhone ? '.user-button' : '.help-button').click()
      await page.getByRole('menuitem', { name: words.help.guide }).click()
      await page.waitForURL('**/help/guide/list')
      await page.locator('.guide-picture img').first().waitFor()
    },
  },
]
