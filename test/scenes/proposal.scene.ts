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
  await page.locator('.review-subject').first().waitFor()
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

const calls = {
  zh: '客户来电：公司已更名，新的简称是“远航贸易”，盖章的更名函随后寄来。',
  en: 'The customer called: the company has another name, and a sealed letter follows.',
}

/** A file whose short name waits for the heads, with a call about it; its path. */
async function guardedFile(stage: OnStage): Promise<{ path: string; version: number; call: string }> {
  const { house, locale } = stage
  const where = encodeURIComponent(JSON.stringify({ object: 'customer', name: 'shortName' }))
  const list = { method: 'GET', path: `/approval-rules?where=${where}` } as const
  const rule = { object: 'customer', name: 'shortName', operations: ['update'], fields: ['shortName'], roles: ['head'] }
  const body = { ...rule, superior: false, needs: ['reason', 'source'], days: 2, steps: [{ roles: ['head'] }] }
  if (!(await callApi<ListWire>(house, ownHead(stage), list)).items.length)
    await callApi(house, ownHead(stage), { path: '/approval-rules', body })
  const file = { name: fileNames[locale], shortName: '远航' }
  const { id, version } = await callApi(house, house.clerks[locale], { path: '/customers', body: file })
  const said = { customer: id, content: calls[locale] }
  const { id: call } = await callApi(house, house.clerks[locale], { path: '/follow-ups', body: said })
  return { path: `/customers/${id}`, version, call }
}

/** Files whose short names are changed as one request; the request. */
async function askAsOne(stage: OnStage): Promise<string> {
  const { house, locale } = stage
  const { path } = await guardedFile(stage)
  const clerk = house.clerks[locale]
  const ids = [path.split('/').at(-1)]
  for (const at of [2, 3]) {
    const file = { name: `${fileNames[locale]} ${at}`, shortName: `远航${at}` }
    ids.push((await callApi(house, clerk, { path: '/customers', body: file })).id)
  }
  const founded = { ...grounds[locale], together: true }
  const headers = { [groundsHeader]: encodeURIComponent(JSON.stringify(founded)) }
  const body = { ids, patch: { shortName: '远航集团' } }
  const answer = { path: '/customers/bulk-changes', body, headers }
  return (await callApi<{ request: string }>(house, clerk, answer)).request
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
      const { path, version, call } = await guardedFile(stage)
      const founded = { ...grounds[stage.locale], linked: [{ object: 'follow_up', record: call }] }
      const headers = { [groundsHeader]: encodeURIComponent(JSON.stringify(founded)) }
      const body = { shortName: '远航贸易', version }
      const clerk = stage.house.clerks[stage.locale]
      const { proposed = '' } = await callApi(stage.house, clerk, { method: 'PATCH', path, body, headers })
      const request = `/change-requests/${proposed}`
      const question = { words: questions[stage.locale] }
      await callApi(stage.house, otherHead(stage), { path: `${request}/questions`, body: question })
      await callApi(stage.house, clerk, { path: `${request}/answers`, body: { words: '2026-11-28' } })
      await look(stage, proposed)
      await stage.page.locator('.review-course').waitFor()
      await stage.page.getByRole('list', { name: stage.words.requests.linked.title }).getByRole('link').waitFor()
      await stage.page.locator('.file-beside').waitFor()
    },
  },
  {
    name: 'review-several',
    house,
    show: async (stage) => {
      await look(stage, await askAsOne(stage))
      await stage.page.getByRole('article').nth(2).locator('.review-table').waitFor()
    },
  },
  {
    name: 'grounds-several',
    house,
    widths: [1440],
    show: async (stage) => {
      const { page, words, expectRefusal } = stage
      expectRefusal(422)
      await askAsOne(stage)
      const where = encodeURIComponent(JSON.stringify({ name: { contains: fileNames[stage.locale] } }))
      await stage.go(`/o/customers?where=${where}`)
      await page.getByRole('row').nth(1).getByRole('checkbox').check()
      await page.getByRole('row').nth(2).getByRole('checkbox').check()
      await page.getByRole('button', { name: words.bulk.change, exact: true }).click()
      await page.getByRole('combobox', { name: words.filter.field }).click()
      await page.keyboard.type(words.field('customer', 'shortName'))
      await page.keyboard.press('Enter')
      await page.getByRole('textbox', { name: words.field('customer', 'shortName') }).fill('远航国际')
      await page.getByRole('button', { name: words.action.save, exact: true }).click()
      const asked = page.getByRole('dialog', { name: words.requests.grounds.title })
      await asked.getByRole('checkbox').check()
      await asked.getByRole('button', { name: words.files.add }).waitFor()
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
      await page.getByRole('checkbox', { name: calls[stage.locale].slice(0, 8) }).check()
      await page.getByRole('button', { name: words.requests.grounds.send }).click()
      await page.getByRole('alert').nth(1).waitFor()
    },
  },
  {
    name: 'correction',
    house,
    as: 'clerk',
    show: async (stage) => {
      const { page, words } = stage
      const { path } = await guardedFile(stage)
      await stage.go(`/o${path}`)
      await page.getByRole('link', { name: words.timeline.correct }).click()
      await page.getByRole('region', { name: words.requests.correction.title }).waitFor()
    },
  },
  {
    name: 'gathered',
    house,
    as: 'clerk',
    show: async (stage) => {
      const { page, words, house: pages, locale } = stage
      const clerk = pages.clerks[locale]
      const { path } = await guardedFile(stage)
      const gather = (body: object) => callApi(pages, clerk, { path: '/gathered-changes', body })
      const record = path.split('/').at(-1)
      const update = { operation: 'update', object: 'customers', record, version: 1 }
      await gather({ ...update, values: { shortName: '远航贸易', phone: '13800006688' } })
      const contact = { customer: record, name: locale === 'zh' ? '周舟' : 'Joan Sail', phone: '13900007799' }
      await gather({ operation: 'create', object: 'contacts', values: contact })
      const changed = { website: 'https://example.com', version: 1 }
      await callApi(pages, clerk, { method: 'PATCH', path, body: changed })
      await stage.go(`/o${path}`)
      await page.getByRole('button', { name: words.requests.gathered.look }).click()
      await page.getByRole('button', { name: words.requests.gathered.keep }).first().waitFor()
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
    name: 'decide-together',
    house,
    widths: [1440],
    show: async (stage) => {
      const { page, words } = stage
      const { path, version } = await guardedFile(stage)
      const headers = { [groundsHeader]: encodeURIComponent(JSON.stringify(grounds[stage.locale])) }
      const body = { shortName: '远航贸易', version }
      const clerk = stage.house.clerks[stage.locale]
      await callApi(stage.house, clerk, { method: 'PATCH', path, body, headers })
      const where = encodeURIComponent(JSON.stringify({ subject: fileNames[stage.locale], state: 'pending' }))
      await stage.go(`/o/change-requests?where=${where}`)
      await page.getByRole('row').nth(1).getByRole('checkbox').check()
      await page.getByRole('button', { name: words.proposal.together }).click()
      await page.getByRole('article').locator('.review-table').waitFor()
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
