import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { afterFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const notices = /\/api\/notifications\?/

/** Something that others did and that concerns the clerk, for all looks. */
async function tellClerk({ house, locale, page }: OnStage): Promise<void> {
  const clerk = house.clerks[locale]
  const head = house.heads[locale]
  const read = () => callApi<ListWire>(house, clerk, { method: 'GET', path: '/notifications' })
  if ((await read()).items.length > 2) return
  const [late, name] =
    locale === 'zh' ? ['准备年度报价', '青禾文具'] : ['Prepare the yearly offer', 'Harvest Stationery']
  await callApi(house, head, { path: '/tasks', body: { title: late, customer: house.customer, assignee: clerk.id } })
  await callApi(house, head, { path: '/customers', body: { name, owner: clerk.id } })
  await page.getByRole('main').getByRole('listitem').nth(1).waitFor()
  const { items } = await read()
  const body = { ids: [items.at(-1)?.id], patch: { readAt: new Date().toISOString() } }
  await callApi(house, clerk, { path: '/notifications/bulk-changes', body })
}

export const notificationScenes: readonly Scene[] = [
  {
    name: 'notifications',
    house: 'full',
    as: 'clerk',
    show: async (stage) => {
      const { page, go, words } = stage
      await go('/notifications')
      await page.getByRole('heading', { name: words.notices.title, level: 1 }).waitFor()
      await tellClerk(stage)
      await page.getByRole('main').getByRole('listitem').nth(2).waitFor()
    },
  },
  {
    name: 'notification-settings',
    house: 'empty',
    show: async ({ page, go }) => {
      await go('/account/notifications')
      await page.getByRole('main').getByRole('listitem').nth(9).getByRole('combobox').waitFor()
    },
  },
  {
    name: 'notifications-none',
    house: 'empty',
    as: 'clerk',
    show: async ({ page, words, go }) => {
      await go('/notifications')
      await page.getByRole('heading', { name: words.notices.noneAtAll }).waitFor()
    },
  },
  {
    name: 'notifications-loading',
    house: 'empty',
    show: async (stage) => {
      await whileLoading(stage, notices)
      await stage.go('/notifications')
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'notifications-failed',
    house: 'empty',
    show: async (stage) => {
      await afterFailure(stage, notices)
      await stage.go('/notifications')
      await stage.page.getByRole('alert').first().waitFor()
    },
  },
]
