import { afterFailure, whileLoading } from './in-state.ts'
import type { Scene } from './scene.ts'

const lists = /\/api\/(tasks|customers)\?/

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
]
