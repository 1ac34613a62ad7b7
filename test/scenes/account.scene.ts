import { fill } from '../e2e/words.ts'
import { afterFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const problem = {
  type: 'about:blank',
  title: '',
  params: {},
  errors: [],
  requestId: '0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b',
}

/** The page of signing in, when the server asks for one thing more. */
async function askedFor({ page, words, go, expectRefusal }: OnStage, code: string, details?: object): Promise<void> {
  expectRefusal(403)
  await page.route(/\/api\/sessions$/, (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      json: { ...problem, status: 403, code, details },
    }),
  )
  await go('/sign-in')
  await page.getByLabel(words.signIn.login).fill('zhang')
  await page.getByLabel(words.signIn.password, { exact: true }).fill('ink-stone-and-brush')
  await page.keyboard.press('Enter')
}

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const offer = { secret, uri: `otpauth://totp/Dossier:zhang?issuer=Dossier&secret=${secret}` }
const signedOut = { house: 'empty', as: 'nobody' } as const

export const accountScenes: readonly Scene[] = [
  {
    name: 'sign-in-code',
    ...signedOut,
    show: async (stage) => {
      await askedFor(stage, 'access.second_factor_needed')
      await stage.page.getByLabel(stage.words.signIn.code, { exact: true }).waitFor()
    },
  },
  {
    name: 'sign-in-passkey',
    ...signedOut,
    show: async (stage) => {
      await askedFor(stage, 'access.second_factor_needed', { passkey: { challenge: 'AAAA' } })
      await stage.page.getByRole('button', { name: stage.words.passkey.use }).waitFor()
    },
  },
  {
    name: 'sign-in-setup',
    ...signedOut,
    show: async (stage) => {
      await askedFor(stage, 'access.second_factor_setup', offer)
      await stage.page.getByRole('img', { name: stage.words.account.totpPicture }).waitFor()
    },
  },
  {
    name: 'sign-in-new-password',
    ...signedOut,
    show: async (stage) => {
      await askedFor(stage, 'access.password_change_needed')
      await stage.page.getByLabel(stage.words.password.fresh).waitFor()
    },
  },
  {
    name: 'account',
    house: 'empty',
    show: async ({ page, words, go }) => {
      await go('/account')
      await page.getByText(words.account.thisDevice).waitFor()
      await page.getByText(words.account.keysNone).waitFor()
    },
  },
  {
    name: 'account-loading',
    house: 'empty',
    show: async (stage) => {
      await whileLoading(stage, /\/api\/(api-keys|second-factor|sessions)$/)
      await stage.go('/account')
      await stage.page.getByText(stage.words.state.loading).first().waitFor({ state: 'attached' })
    },
  },
  {
    name: 'account-failed',
    house: 'empty',
    show: async (stage) => {
      await afterFailure(stage, /\/api\/(api-keys|second-factor|sessions)$/)
      await stage.go('/account')
      await stage.page.getByRole('heading', { name: stage.words.error.title }).nth(2).waitFor()
    },
  },
  {
    name: 'account-passkeys',
    house: 'empty',
    show: async ({ page, words, go }) => {
      const known = { createdAt: '2026-03-02T01:00:00Z', seenAt: null }
      const items = [
        { ...known, id: problem.requestId, name: '前台电脑 Windows Hello' },
        { ...known, id: problem.requestId.replace('01', '02'), name: 'Emma’s phone' },
      ]
      await page.route(/\/api\/passkeys$/, (route) => route.fulfill({ json: { items } }))
      await go('/account')
      await page.getByRole('button', { name: words.passkey.rename }).nth(1).click()
      await page.getByRole('button', { name: words.passkey.save }).waitFor()
    },
  },
  {
    name: 'account-sso',
    house: 'empty',
    show: async ({ page, words, go }) => {
      await page.route(/\/api\/sso$/, (route) => route.fulfill({ json: { on: true, label: '公司账号' } }))
      const bound = { boundAt: '2026-03-02T01:00:00Z', only: false }
      await page.route(/\/api\/sso-identity$/, (route) => route.fulfill({ json: bound }))
      await go('/account')
      await page.getByRole('button', { name: words.sso.unbind }).waitFor()
    },
  },
  {
    name: 'account-totp',
    house: 'empty',
    show: async ({ page, words, go }) => {
      await page.route(/\/api\/second-factor$/, (route) =>
        route.request().method() === 'POST' ? route.fulfill({ status: 201, json: offer }) : route.continue(),
      )
      await go('/account')
      await page.getByRole('button', { name: words.account.totpOn }).click()
      await page.getByRole('img', { name: words.account.totpPicture }).waitFor()
    },
  },
  {
    name: 'account-key',
    house: 'empty',
    show: async ({ page, words, go }) => {
      await go('/account')
      await page.getByRole('button', { name: words.account.keyNew }).click()
      await page.getByLabel(words.account.keyName).waitFor()
    },
  },
  {
    name: 'proof',
    house: 'empty',
    show: async (stage) => {
      await askForProof(stage)
      const { page, words } = stage
      await page.getByRole('dialog').getByLabel(words.signIn.password, { exact: true }).waitFor()
    },
  },
  {
    name: 'proof-service',
    house: 'empty',
    show: async (stage) => {
      const { page, words } = stage
      const identity = { boundAt: '2026-03-04T08:00:00.000Z', only: true, proves: true }
      await page.route(/\/api\/sso-identity$/, (route) => route.fulfill({ json: identity }))
      await page.route(/\/api\/sso$/, (route) => route.fulfill({ json: { on: true, label: '公司账号' } }))
      await askForProof(stage)
      await page
        .getByRole('dialog')
        .getByText(fill(words.proof.go, { name: '公司账号' }))
        .waitFor()
    },
  },
]

/** Wants to turn the second factor on, long after signing in. */
async function askForProof({ page, words, go, expectRefusal }: OnStage): Promise<void> {
  expectRefusal(403)
  await page.route(/\/api\/second-factor$/, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          json: { ...problem, status: 403, code: 'access.proof_needed' },
        })
      : route.continue(),
  )
  await go('/account')
  await page.getByRole('button', { name: words.account.totpOn }).click()
}
