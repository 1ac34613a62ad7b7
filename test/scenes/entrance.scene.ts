import { afterFailure, whileLoading } from './in-state.ts'
import type { Scene } from './scene.ts'

const fresh = { house: 'new', as: 'nobody' } as const
const known = { house: 'empty', as: 'nobody' } as const

export const entranceScenes: readonly Scene[] = [
  {
    name: 'setup',
    ...fresh,
    show: async ({ page, words, go, house }) => {
      await go(house.setupLink)
      await page.getByRole('button', { name: words.setup.begin }).waitFor()
    },
  },
  {
    name: 'setup-loading',
    ...fresh,
    show: async (stage) => {
      await whileLoading(stage, /\/api\/setup/)
      await stage.go(stage.house.setupLink)
      await stage.page.getByText(stage.words.state.loading).first().waitFor({ state: 'attached' })
    },
  },
  {
    name: 'setup-wrong-link',
    ...fresh,
    show: async ({ page, words, go, expectRefusal }) => {
      expectRefusal(403)
      await go('/setup?token=old')
      await page.getByRole('heading', { name: words.setup.title }).waitFor()
      await page.getByText(words.setup.title === 'Set up' ? /link/i : /链接/).waitFor()
    },
  },
  {
    name: 'setup-refused',
    ...fresh,
    show: async (stage) => {
      const { page, words, go, house } = stage
      await go(house.setupLink)
      for (const name of ['company', 'name', 'login'] as const)
        await page.getByRole('textbox', { name: words.setup[name] }).fill('青禾')
      await page.getByLabel(words.setup.password, { exact: true }).fill('long-enough-brush')
      await afterFailure(stage, /\/api\/setup/)
      await page.getByRole('button', { name: words.setup.begin }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'sign-in',
    ...known,
    show: async ({ page, words, go }) => {
      await go('/sign-in')
      await page.getByRole('button', { name: words.signIn.enter }).waitFor()
    },
  },
  {
    name: 'sign-in-loading',
    ...known,
    show: async (stage) => {
      const { page, words, go } = stage
      await go('/sign-in')
      await whileLoading(stage, /\/api\/sessions$/)
      await page.getByLabel(words.signIn.login).fill('zhang')
      await page.getByLabel(words.signIn.password, { exact: true }).fill('ink-stone')
      await page.keyboard.press('Enter')
      await page.locator('.ant-btn-loading').waitFor()
    },
  },
  {
    name: 'sign-in-refused',
    ...known,
    show: async ({ page, words, go, expectRefusal }) => {
      expectRefusal(401)
      expectRefusal(429)
      await go('/sign-in')
      await page.getByLabel(words.signIn.login).fill('nobody')
      await page.getByLabel(words.signIn.password, { exact: true }).fill('wrong-password')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
]
