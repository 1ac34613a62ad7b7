import { afterFailure, seeFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const house = 'empty'
const path = '/settings/sso'
const settings = {
  issuer: 'https://login.example.com/realms/company',
  clientId: 'dossier',
  label: '公司账号',
  claim: 'preferred_username',
  trustMfa: true,
  hasSecret: true,
}

async function isOn({ page, words, go }: OnStage): Promise<void> {
  await page.route(/\/api\/sso-settings$/, (route) => route.fulfill({ json: settings }))
  await go(path)
  await page.getByRole('button', { name: words.sso.off }).waitFor()
}

export const ssoScenes: readonly Scene[] = [
  {
    name: 'sso',
    house,
    show: async ({ page, words, go }) => {
      await go(path)
      await page.getByLabel(words.sso.issuer).waitFor()
    },
  },
  { name: 'sso-on', house, show: isOn },
  {
    name: 'sso-loading',
    house,
    show: async (stage) => {
      await whileLoading(stage, /\/api\/sso-settings$/)
      await stage.go(path)
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'sso-lost',
    house,
    show: async (stage) => {
      await afterFailure(stage, /\/api\/sso-settings$/)
      await stage.go(path)
      await seeFailure(stage)
    },
  },
  {
    name: 'sign-in-sso',
    house,
    as: 'nobody',
    show: async ({ page, go }) => {
      await page.route(/\/api\/sso$/, (route) => route.fulfill({ json: { on: true, label: settings.label } }))
      await go('/sign-in')
      await page.getByRole('button', { name: settings.label }).waitFor()
    },
  },
]
