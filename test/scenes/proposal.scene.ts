import { errorSentence } from '#shared/app-error'
import { groundsHeader } from '#shared/grounds'
import type { ListWire, RecordAnswer } from '#shared/wire'
import { callApi } from '#test/call-api'
import type { SignedIn } from '#test/house-with-pages'
import { fill } from '../e2e/words.ts'
import type { OnStage, Scene } from './scene.ts'

const house = 'guarded'

const otherHead = ({ house: { heads }, locale }: OnStage): SignedIn => heads[locale === 'zh' ? 'en' : 'zh']
const ownHead = ({ house: { heads }, locale }: OnStage): SignedIn => heads[locale]

const reasons = { zh: '接任组长', en: 'Leads the group from now on' }

/** Somebody asks to make the clerk a manager; the change request. */
async function askForRole(stage: OnStage, asker: SignedIn): Promise<{ proposed: string; clerk: RecordAnswer }> {
  const path = `/users/${stage.house.clerks[stage.locale].id}`
  const clerk = await callApi(stage.house, asker, { method: 'GET', path })
  const body = { role: 'manager', clearance: '3', reason: reasons[stage.locale], version: clerk.version }
  const { proposed = '' } = await callApi(stage.house, asker, { method: 'PATCH', path, body })
  return { proposed, clerk }
}

async function look({ page, go }: OnStage, proposed: string): Promise<void> {
  await go(`/o/change-requests/${proposed}`)
  await page.locator('.review-subject').waitFor()
}

/** The clerk is changed meanwhile, and the approval fails of it. */
async function outdate(stage: OnStage): Promise<string> {
  const { proposed, clerk } = await askForRole(stage, ownHead(stage))
  const title = `组长${Date.now()}`
  const body = { title, version: clerk.version }
  await callApi(stage.house, ownHead(stage), { method: 'PATCH', path: `/users/${clerk.id}`, body })
  const path = `/change-requests/${proposed}`
  const { hash } = await callApi<{ hash: string }>(stage.house, otherHead(stage), {
    method: 'GET',
    path: `${path}/changes`,
  })
  const decision = { verdict: 'approve', hash }
  // Refused: what it is based on has changed.
  await callApi(stage.house, otherHead(stage), { path: `${path}/decision`, body: decision }).catch(() => undefined)
  return proposed
}

const grants = [
  { objects: ['area:files', 'area:parts'], rights: ['read', 'create', 'update'], scope: 'own' },
  { objects: ['customer'], rights: ['export', 'print'], scope: 'all', deny: true },
]
const fieldRights = [{ object: 'customer', field: 'annualRevenue', access: 'hidden' }]

const fileNames = { zh: '远航商贸有限公司', en: 'Sail Trading' }
const questions = { zh: '来函是哪一天的？', en: 'Of which day is the letter?' }
const grounds = {
  zh: { reason: '客户来函：公司已更名', source: 'mail', files: [] },
  en: { reason: 'The customer wrote: the company has another name', source: 'mail', files: [] },
}

/** A file whose short name waits for the heads; its path. */
async function guardedFile(stage: OnStage): Promise<{ path: string; version: number }> {
  const { house, locale } = stage
  const where = encodeURIComponent(JSON.stringify({ object: 'customer', name: 'shortName' }))
  const list = { method: 'GET', path: `/approval-rules?where=${where}` } as const
  const rule = { object: 'customer', name: 'shortName', operations: ['update'], fields: ['shortName'], roles: ['head'] }
  const body = { ...rule, superior: false, needs: ['reason', 'source'], days: 2, steps: [{ roles: ['head'] }] }
  if (!(await callApi<ListWire>(house, ownHead(stage), list)).items.length)
    await callApi(house, ownHead(stage), { path: '/approval-rules', body })
  const file = { name: fileNames[locale], shortName: '远航' }
  const { id, version } = await callApi(house, house.clerks[locale], { path: '/customers', body: file })
  return { path: `/customers/${id}`, version }
}

export const proposalScenes: readonly Scene[] = [
  {
    name: 'review',
    house,
    show: async (stage) => {
      const { proposed } = await askForRole(stage, otherHead(stage))
      await look(stage, proposed)
      await stage.page.getByRole('button', { name: stage.words.proposal.verdict.approve }).waitFor()
    },
  },
  {
    name: 'review-no-grounds',
    house,
    show: async (stage) => {
      const { proposed } = await askForRole(stage, otherHead(stage))
      await look(stage, proposed)
      await stage.page.getByRole('button', { name: stage.words.proposal.verdict.reject }).press('Enter')
      await stage.page.getByText(stage.words.proposal.groundsNeeded).waitFor()
    },
  },
  {
    name: 'review-own',
    house,
    show: async (stage) => {
      const { proposed } = await askForRole(stage, ownHead(stage))
      await look(stage, proposed)
      await stage.page.getByRole('button', { name: stage.words.proposal.withdraw }).waitFor()
    },
  },
  {
    name: 'review-outdated',
    house,
    show: async (stage) => {
      await look(stage, await outdate(stage))
      // Its decider reads the other language.
      const fields = [stage.words.field('user', 'title')]
      await stage.page.getByText(errorSentence('record.stale', { fields }, stage.locale)).waitFor()
      await stage.page.getByRole('button', { name: stage.words.proposal.renew }).waitFor()
    },
  },
  {
    name: 'review-role',
    house,
    show: async (stage) => {
      const body = { nameZh: '渠道专员', nameEn: 'Channel clerk', grants, fieldRights }
      const { proposed = '' } = await callApi(stage.house, otherHead(stage), { path: '/roles', body })
      await look(stage, proposed)
      await stage.page.locator('.review-table li').nth(2).waitFor()
    },
  },
  {
    name: 'review-founded',
    house,
    show: async (stage) => {
      const { path, version } = await guardedFile(stage)
      const headers = { [groundsHeader]: encodeURIComponent(JSON.stringify(grounds[stage.locale])) }
      const body = { shortName: '远航贸易', version }
      const clerk = stage.house.clerks[stage.locale]
      const { proposed = '' } = await callApi(stage.house, clerk, { method: 'PATCH', path, body, headers })
      const request = `/change-requests/${proposed}`
      const question = { words: questions[stage.locale] }
      await callApi(stage.house, otherHead(stage), { path: `${request}/questions`, body: question })
      await callApi(stage.house, clerk, { path: `${request}/answers`, body: { words: '2026-11-28' } })
      await look(stage, proposed)
      await stage.page.locator('.review-course').waitFor()
      await stage.page.locator('.file-beside').waitFor()
    },
  },
  {
    name: 'inbox-of-signer',
    house,
    as: 'clerk',
    show: async (stage) => {
      const { page, words } = stage
      const head = ownHead(stage)
      const clerk = stage.house.clerks[stage.locale]
      const call = (path: string, body: object, method: 'POST' | 'PATCH' = 'POST') =>
        callApi(stage.house, head, { path, body, method })
      const rule = { object: 'customer', name: clerk.id, operations: ['update'], fields: ['fax'], superior: false }
      await call('/approval-rules', { ...rule, when: { name: fileNames[stage.locale] }, people: [clerk.id], days: 3 })
      const { id, version } = await call('/customers', { name: fileNames[stage.locale], collaborators: [clerk.id] })
      await call(`/customers/${id}`, { fax: '010-88886666', version }, 'PATCH')
      await stage.go('/inbox')
      await page.getByRole('region', { name: words.today.requests }).getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'grounds',
    house,
    show: async (stage) => {
      const { page, words, expectRefusal } = stage
      expectRefusal(422)
      const { path } = await guardedFile(stage)
      await stage.go(`/o${path}`)
      const name = words.field('customer', 'shortName')
      await page.getByRole('button', { name: fill(words.file.editField, { name }) }).click()
      await page.getByRole('textbox', { name }).fill('远航贸易')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: words.requests.grounds.title }).waitFor()
      await page.getByRole('button', { name: words.requests.grounds.send }).click()
      await page.getByRole('alert').nth(1).waitFor()
    },
  },
  {
    name: 'change-requests',
    house,
    show: async (stage) => {
      await askForRole(stage, otherHead(stage))
      await stage.go('/o/change-requests')
      await stage.page
        .getByText(stage.words.choice('change_request', 'state', 'pending'))
        .first()
        .waitFor()
    },
  },
  {
    name: 'pending-notice',
    house,
    show: async (stage) => {
      const { clerk } = await askForRole(stage, otherHead(stage))
      await stage.go(`/o/users/${clerk.id}`)
      await stage.page.getByRole('region', { name: stage.words.proposal.notice }).waitFor()
      await stage.page.locator('.pending-value').nth(1).waitFor()
    },
  },
]
