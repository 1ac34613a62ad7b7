import { groundsHeader } from '#shared/grounds'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import type { SignedIn } from '#test/house-with-pages'
import type { OnStage, Scene } from './scene.ts'

const house = 'full'
const heldNames = { zh: '录入一致才生效有限公司', en: 'Held Until Keyed Ltd' }
const apartNames = { zh: '须分开申请有限公司', en: 'Asked Apart Ltd' }
const names = { zh: '录入测试有限公司', en: 'Keyed Twice Ltd' }

/** A rule by which the clerk keys again what the head enters, and two values that wait for it. */
async function valuesToKey({ house: { address, heads, clerks }, locale }: OnStage): Promise<string> {
  const call = <Answer>(method: 'GET' | 'POST', path: string, body?: unknown) =>
    callApi<Answer>({ address }, heads[locale], { method, path, body })
  const clerk = clerks[locale].id
  const where = encodeURIComponent(JSON.stringify({ assignee: clerk, state: 'open' }))
  const waiting = async () => (await call<ListWire>('GET', `/second-entries?where=${where}`)).items
  const [known] = await waiting()
  if (known) return String(known.customer)
  const rule = { object: 'customer', name: names[locale], operations: ['create'], fields: ['fax', 'website'] }
  await call('POST', '/approval-rules', { ...rule, people: [clerk], again: true })
  const values = { name: names[locale], fax: '010-88886666', website: 'https://example.com' }
  const { id } = await call<{ id: string }>('POST', '/customers', values)
  while ((await waiting()).length < 2) await new Promise((resolve) => setTimeout(resolve, 200))
  return id
}

const keyedAgain: Readonly<Record<string, string>> = { website: 'https://www.example.cn', fax: '010-88887777' }

/** A change that was held until the clerk keyed it again, with another value; the head is to decide. */
async function disputed({ house: { address, heads, clerks }, locale }: OnStage): Promise<string> {
  const call = <Answer>(as: SignedIn, method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
    callApi<Answer>({ address }, as, { method, path, body })
  const [head, clerk, maker] = [heads[locale], clerks[locale], heads[locale === 'zh' ? 'en' : 'zh']]
  const entries = async (state: string) => {
    const where = encodeURIComponent(JSON.stringify({ held: true, assignee: clerk.id, state }))
    return (await call<ListWire>(head, 'GET', `/second-entries?where=${where}`)).items
  }
  const [known] = await entries('differs')
  if (known) return String(known.request)
  const rule = { object: 'customer', name: heldNames[locale], operations: ['update'], fields: ['website', 'fax'] }
  await call(head, 'POST', '/approval-rules', { ...rule, people: [clerk.id], again: true, holds: true })
  const { id } = await call<{ id: string }>(head, 'POST', '/customers', { name: heldNames[locale], owner: head.id })
  const { version } = await call<{ version: number }>(maker, 'GET', `/customers/${id}`)
  await call(maker, 'PATCH', `/customers/${id}`, { version, website: 'https://www.example.com', fax: '010-88886666' })
  for (;;) {
    const open = await entries('open')
    for (const { id: entry, field } of open.length > 1 ? open : [])
      await call(clerk, 'POST', `/second-entries/${entry}/keying`, { value: keyedAgain[String(field)] })
    if (open.length > 1) return String(open[0]?.request)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** A request over two files that waited for the other head when a rule began to hold such changes until they are keyed again. */
async function setApart({ house: { address, heads, clerks }, locale }: OnStage): Promise<string> {
  const call = <Answer>(method: 'GET' | 'POST', path: string, body?: unknown, headers?: Record<string, string>) =>
    callApi<Answer>({ address }, heads[locale], { method, path, body, headers })
  const name = apartNames[locale]
  const where = encodeURIComponent(JSON.stringify({ subject: { contains: name }, parts: { empty: false } }))
  const wholes = async (state: string) =>
    (await call<ListWire>('GET', `/change-requests?where=${where}`)).items.filter((one) => one.state === state)
  const [known] = await wholes('outdated')
  if (known) return String(known.id)
  // The rules of other scenes hold faxes of all files.
  const rule = { object: 'customer', name, operations: ['update'], fields: ['shortName'], when: { name } }
  const signer = heads[locale === 'zh' ? 'en' : 'zh'].id
  await call('POST', '/approval-rules', { ...rule, people: [signer] })
  const ids: string[] = []
  for (const owner of [heads[locale].id, heads[locale].id])
    ids.push((await call<{ id: string }>('POST', '/customers', { name, owner })).id)
  const together = encodeURIComponent(JSON.stringify({ files: [], together: true }))
  await call(
    'POST',
    '/customers/bulk-changes',
    { ids, patch: { shortName: name.slice(0, 5) } },
    { [groundsHeader]: together },
  )
  await call('POST', '/approval-rules', { ...rule, people: [clerks[locale].id], again: true, holds: true })
  for (;;) {
    const [outdated] = await wholes('outdated')
    if (outdated) return String(outdated.id)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

export const doubleEntryScenes: readonly Scene[] = [
  {
    name: 'keying',
    house,
    as: 'clerk',
    show: async (stage) => {
      await valuesToKey(stage)
      await stage.go('/keying')
      await stage.page.locator('.keying-scans').waitFor()
      await stage.page.locator('.keying-field input').waitFor()
    },
  },
  {
    name: 'keying-file',
    house,
    show: async (stage) => {
      const { page, words } = stage
      await stage.go(`/o/customers/${await valuesToKey(stage)}`)
      await page.locator('.keying-bar').waitFor()
      await page.locator('.child-title').getByText(words.field('customer', 'website'), { exact: true }).waitFor()
    },
  },
  {
    name: 'second-entries',
    house,
    show: async (stage) => {
      const { page, words } = stage
      const where = encodeURIComponent(JSON.stringify({ customer: await valuesToKey(stage) }))
      await stage.go(`/o/second-entries?where=${where}`)
      await page
        .getByRole('link', { name: words.field('customer', 'website') })
        .first()
        .waitFor()
      await page.locator('main').getByText(words.field('customer', 'fax'), { exact: true }).first().waitFor()
    },
  },
  {
    name: 'keying-decide',
    house,
    show: async (stage) => {
      await stage.go(`/o/change-requests/${await disputed(stage)}`)
      await stage.page.locator('.review-table td').nth(2).waitFor()
      await stage.page.locator('.review-form').waitFor()
    },
  },
  {
    name: 'review-apart',
    house,
    show: async (stage) => {
      const { page, words } = stage
      await stage.go(`/o/change-requests/${await setApart(stage)}`)
      await page.getByText(words.requests.apart).waitFor()
      await page.getByRole('button', { name: words.proposal.withdraw }).waitFor()
    },
  },
  {
    name: 'indicators',
    house,
    show: async ({ page, go }) => {
      await go('/indicators')
      await page.locator('.page-scroll > .indicators-table tbody').first().waitFor()
    },
  },
]
