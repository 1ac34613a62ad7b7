import { afterFailure, seeFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const house = 'empty'
const path = '/settings/mail'
const entrance = { house, as: 'nobody' } as const
const linked = { login: 'shen', name: '沈丽' }

const person = '01a201dc-6835-7b3a-b209-4557a5fe73fe'
const at = '2026-11-24T08:30:00.000Z'
const mail = { person, attempts: 1, trouble: null, queuedAt: at, endedAt: at }
const mails = [
  { ...mail, id: person.replace('fe', '01'), kind: 'invitation', state: 'sent' },
  {
    ...mail,
    id: person.replace('fe', '02'),
    kind: 'reset',
    state: 'queued',
    attempts: 4,
    trouble: 'tls',
    endedAt: null,
  },
  { ...mail, id: person.replace('fe', '03'), kind: 'test', state: 'failed', attempts: 12, trouble: 'away' },
]

async function behindLink({ page, go }: OnStage, purpose: 'invitation' | 'reset'): Promise<void> {
  await page.route(/\/api\/password-links\/inspections$/, (route) => route.fulfill({ json: { ...linked, purpose } }))
  await go('/password#token')
  await page.getByText(linked.login, { exact: true }).waitFor()
}

export const mailScenes: readonly Scene[] = [
  {
    name: 'mail',
    house,
    show: async ({ page, words, go }) => {
      await go(path)
      await page.getByText(words.mail.none).waitFor()
    },
  },
  {
    name: 'mail-list',
    house,
    show: async ({ page, words, go }) => {
      await page.route(/\/api\/mails$/, (route) =>
        route.fulfill({ json: { items: mails, titles: { [person]: linked.name } } }),
      )
      await go(path)
      await page.getByText(words.mail.states.failed).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'mail-loading',
    house,
    show: async (stage) => {
      await whileLoading(stage, /\/api\/mail/)
      await stage.go(path)
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'mail-failed',
    house,
    show: async (stage) => {
      await afterFailure(stage, /\/api\/mail/)
      await stage.go(path)
      await seeFailure(stage)
    },
  },
  {
    name: 'forgot',
    ...entrance,
    show: async ({ page, words, go }) => {
      await go('/sign-in')
      await page.getByRole('link', { name: words.signIn.forgot }).click()
      await page.getByRole('button', { name: words.forgot.ask }).waitFor()
    },
  },
  {
    name: 'forgot-asked',
    ...entrance,
    show: async ({ page, words, go }) => {
      await page.route(/\/api\/password-resets$/, (route) => route.fulfill({ status: 204 }))
      await go('/forgot-password')
      await page.getByLabel(words.signIn.login).fill('shen')
      await page.keyboard.press('Enter')
      await page.getByText(words.forgot.done).waitFor()
    },
  },
  {
    name: 'forgot-failed',
    ...entrance,
    show: async (stage) => {
      const { page, words, go } = stage
      await afterFailure(stage, /\/api\/password-resets$/)
      await go('/forgot-password')
      await page.getByLabel(words.signIn.login).fill('shen')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'link-invitation', ...entrance, show: (stage) => behindLink(stage, 'invitation') },
  { name: 'link-reset', ...entrance, show: (stage) => behindLink(stage, 'reset') },
  {
    name: 'link-loading',
    ...entrance,
    show: async (stage) => {
      await whileLoading(stage, /\/api\/password-links/)
      await stage.go('/password#token')
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'link-over',
    ...entrance,
    show: async ({ page, words, go, expectRefusal }) => {
      expectRefusal(403)
      await go('/password#token')
      await page.getByRole('link', { name: words.signIn.forgot }).waitFor()
    },
  },
]
