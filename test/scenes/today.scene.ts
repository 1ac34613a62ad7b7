import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { afterFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const lists = /\/api\/lists$/

/** One task that is late and one without a day, for all looks. */
async function giveTasks({ house, locale }: OnStage): Promise<void> {
  const head = house.heads[locale]
  const where = encodeURIComponent(JSON.stringify({ assignee: head.id, state: 'open' }))
  const { items } = await callApi<ListWire>(house, head, { method: 'GET', path: `/tasks?where=${where}` })
  if (items.length > 0) return
  const [late, some] = locale === 'zh' ? ['签年度合同', '整理名片'] : ['Sign the yearly contract', 'Sort the cards']
  const dueAt = new Date(Date.now() - 86_400_000).toISOString()
  await callApi(house, head, { path: '/tasks', body: { title: late, customer: house.customer, dueAt } })
  await callApi(house, head, { path: '/tasks', body: { title: some } })
}

export const todayScenes: readonly Scene[] = [
  {
    name: 'today',
    house: 'full',
    show: async ({ page, words, go }) => {
      await go('/today')
      await page.getByRole('region', { name: words.today.changed }).getByRole('listitem').first().waitFor()
      await page.getByRole('region', { name: words.today.tasks }).locator('li, .panel-none').first().waitFor()
    },
  },
  {
    name: 'today-team',
    house: 'full',
    show: async ({ page, words, go }) => {
      await go('/today?whose=team')
      await page.getByRole('region', { name: words.today.team.followUps }).locator('li, .panel-none').first().waitFor()
      await page.getByRole('region', { name: words.today.team.tasks }).locator('li, .panel-none').first().waitFor()
    },
  },
  {
    name: 'today-new',
    house: 'empty',
    as: 'clerk',
    show: async ({ page, words, go }) => {
      await go('/today')
      await page.getByText(words.today.none.followUps).waitFor()
      await page.getByText(words.today.none.tasks).waitFor()
    },
  },
  {
    name: 'today-loading',
    house: 'empty',
    show: async (stage) => {
      await whileLoading(stage, lists)
      await stage.go('/today')
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'today-failed',
    house: 'empty',
    show: async (stage) => {
      await afterFailure(stage, lists)
      await stage.go('/today')
      await stage.page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'inbox',
    house: 'full',
    show: async (stage) => {
      await giveTasks(stage)
      const { page, go } = stage
      await go('/inbox')
      await page.getByRole('region').getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'inbox-none',
    house: 'empty',
    as: 'clerk',
    show: async ({ page, words, go }) => {
      await go('/inbox')
      await page.getByRole('heading', { name: words.inbox.none }).waitFor()
    },
  },
]
